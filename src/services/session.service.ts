import { createHash, randomBytes } from 'node:crypto';
import {
  findSession,
  insertApiToken,
  insertLoginLink,
  insertSession,
  isOpenLink,
  listApiTokens,
  orgOfToken,
  revokeApiTokens,
  roleOf,
  touchSession,
  useLink,
} from '../db/session.repository.ts';
import { type Db, inOrg, type OrgTx } from './transaction.ts';

/** A signed-in person. */
export interface SignedIn {
  readonly orgId: number;
  readonly personId: number;
}

/** A link is good for five minutes; a session for half an hour without use and twelve hours in all. */
const LINK_MS = 5 * 60_000;
const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
/** How often the last use is written down. */
const TOUCH_MS = 60_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const newToken = (): string => randomBytes(24).toString('base64url');

/** Makes a one-time link for a person; gives its path ("/sign-in/…"). Only the hash is kept. */
export async function makeLoginLink(tx: OrgTx, personId: number, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await insertLoginLink(tx.sql, { tokenHash: hashOf(token), orgId: tx.orgId, personId, expiresAt });
  return `/sign-in/${token}`;
}

/** Whether a link could be used now; looking does not use it up. */
export const isLinkOpen = (db: Db, token: string, now: Date): Promise<boolean> => isOpenLink(db, hashOf(token), now);

/** Uses a link up and starts a session; gives the session's token, or null when the link is no good. */
export async function signIn(db: Db, linkToken: string, now: Date): Promise<string | null> {
  const used = await useLink(db, hashOf(linkToken), now);
  if (!used) return null;
  const role = await inOrg(db, used.orgId, (tx) => roleOf(tx, used.personId));
  if (role === null) return null;
  const token = newToken();
  await insertSession(db, { tokenHash: hashOf(token), ...used, role, now });
  return token;
}

/** Whose session this is (a page that only listens does not keep it awake: `look`); null when there is none, it is too old, or the person's role has changed since. */
export async function sessionOf(db: Db, token: string, now: Date, use: 'act' | 'look'): Promise<SignedIn | null> {
  const session = await findSession(db, hashOf(token));
  if (!session || session.endedAt) return null;
  const idle = now.getTime() - session.seenAt.getTime();
  if (idle > IDLE_MS || now.getTime() - session.createdAt.getTime() > LONGEST_MS) return null;
  const role = await inOrg(db, session.orgId, (tx) => roleOf(tx, session.personId));
  if (role !== session.role) {
    await touchSession(db, hashOf(token), { ended_at: now });
    return null;
  }
  if (use === 'act' && idle > TOUCH_MS) await touchSession(db, hashOf(token), { seen_at: now });
  return { orgId: session.orgId, personId: session.personId };
}

/** Ends a session. */
export const signOut = (db: Db, token: string, now: Date): Promise<void> =>
  touchSession(db, hashOf(token), { ended_at: now });

/** Makes a token for the read API of one org; shown once, only its hash is kept. */
export async function makeApiToken(db: Db, orgId: number, name: string): Promise<string> {
  const token = `xz_${newToken()}`;
  await insertApiToken(db, { tokenHash: hashOf(token), orgId, name });
  return token;
}

/** The org whose read API a token opens, or null. */
export const orgOfApiToken = (db: Db, token: string): Promise<number | null> => orgOfToken(db, hashOf(token));

/** An org's read tokens: what they are for, since when, and since when no more. The tokens themselves are nowhere. */
export const apiTokens = (db: Db, orgId: number) => listApiTokens(db, orgId);

/** Ends an org's tokens of a name at once; how many there were. */
export const revokeTokens = (db: Db, orgId: number, name: string, now: Date): Promise<number> =>
  revokeApiTokens(db, orgId, name, now);
