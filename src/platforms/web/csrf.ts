import { createHash, randomBytes } from 'node:crypto';
import type { WebConfig } from './config.ts';
import { sessionToken, type WebContext } from './viewer.ts';

/** For pages without a session (the sample org on this machine): new with every start of the program. */
const ANONYMOUS = randomBytes(24).toString('base64url');

/** The token that a page must send back with each change: bound to its session. */
export function csrfOf(context: WebContext, config: WebConfig): string {
  const secret = sessionToken(context, config) ?? ANONYMOUS;
  return createHash('sha256').update(`csrf ${secret}`).digest('base64url');
}
