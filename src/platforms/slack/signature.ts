import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FRESH_SECONDS } from './limits.ts';

/** The signature that Slack's servers put on a body. */
export const signatureOf = (secret: string, stamp: string, raw: Buffer | string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(raw).digest('hex')}`;

/** Whether a request is of now (Slack's window, both ways) and signed with one of our secrets, all of which are tried. */
export function isSigned(
  secrets: readonly string[],
  { headers }: Pick<IncomingMessage, 'headers'>,
  raw: Buffer,
  now: Date,
): boolean {
  const stamp = String(headers['x-slack-request-timestamp'] ?? '');
  const given = Buffer.from(String(headers['x-slack-signature'] ?? ''));
  const fresh = /^\d{1,12}$/.test(stamp) && Math.abs(now.getTime() / 1000 - Number(stamp)) <= FRESH_SECONDS;
  const equal = secrets.map((secret) => {
    const wanted = Buffer.from(signatureOf(secret, stamp, raw));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  return fresh && equal.includes(true);
}
