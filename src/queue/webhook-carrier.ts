import { createHmac } from 'node:crypto';
import type { Outgoing } from '../rendering/outgoing.ts';
import { type Db, inOrg } from '../services/transaction.ts';
import { findWebhook, WEBHOOK } from '../services/webhook.service.ts';
import type { Carrier, Failure } from './carrier.ts';
import { InsideError, postOutside } from './outside-post.ts';

const TIMEOUT_MS = 10_000;
const SOONEST_MS = 5000;
const LATEST_MS = 3_600_000;
/** An address that took nothing for a day rests. */
const DEAD_MS = 24 * 3_600_000;

/**
 * Takes messages to other systems' addresses, signed by the Standard Webhooks scheme (standardwebhooks.com, version 1:
 * HMAC-SHA256 over id, time of the attempt in seconds, and the raw body, by the secret's bytes). The id and the body stay the
 * same however often it is tried, so that a receiver tells a repetition by its id.
 */
export const webhookCarrier = (db: Db, clock: () => Date): Carrier => ({
  name: WEBHOOK,
  sendsOnce: () => true,
  send: async (parcel) => {
    const webhook = await inOrg(db, parcel.orgId, (tx) => findWebhook(tx, Number(parcel.chat.externalId)));
    if (!webhook || webhook.restsSince) throw failure('gone', 'the address is gone or rests');
    const [part] = parcel.reply.parts ?? [];
    const body = part?.type === 'text' ? part.text : '';
    const url = new URL(webhook.url);
    const headers = signed(webhook.secret, parcel.id, Math.floor(clock().getTime() / 1000), body);
    const answer = await postOutside(url, { headers, body, inside: webhook.inside, timeoutMs: TIMEOUT_MS }).catch(
      (error: unknown) => {
        if (error instanceof InsideError) throw failure('gone', 'the address is in a private network');
        throw later(parcel, `no answer ${(error as { code?: string }).code ?? ''}`.trim());
      },
    );
    const { status, retryAfter } = answer;
    if (status >= 200 && status < 300) return {};
    if (status === 410) throw failure('gone', 'status 410');
    throw later(parcel, `status ${status}`, retryAfter * 1000);
  },
});

/** The headers of a message: its id, when it was signed, and by what. */
export function signed(secret: string, id: string, seconds: number, body: string): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'xiaozhao',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

/** Tried again after as long as it has been tried already, at most an hour; after a day the address counts as dead. */
function later({ triedForMs = 0 }: Outgoing, message: string, askedMs = 0): Failure {
  if (triedForMs > DEAD_MS) return failure('gone', message);
  const wait = Math.max(SOONEST_MS, askedMs, triedForMs);
  return failure('limited', message, Math.min(LATEST_MS, wait));
}

const failure = (kind: NonNullable<Failure['kind']>, message: string, retryAfterMs = 0): Failure =>
  Object.assign(new Error(message), { kind, retryAfterMs });
