import type { Db, OrgTx } from './org-transaction.ts';

/** A session's person as they are now. `role` is the role at sign-in. */
export interface SessionState {
  readonly orgId: number;
  readonly personId: number;
  readonly role: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly endedAt: Date | null;
}

/** Keeps a one-time link (its hash only). */
export async function insertLoginLink(
  db: Pick<Db, 'insertInto'>,
  link: { tokenHash: string; orgId: number; personId: number; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('login_links')
    .values({
      token_hash: link.tokenHash,
      org_id: link.orgId,
      person_id: link.personId,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Whether a link is there, unused and in time. */
export async function isOpenLink(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('login_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a link up; null when it is unknown, used or too old. Of several callers at once exactly one gets the person. */
export async function useLink(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ orgId: number; personId: number } | null> {
  const row = await db
    .updateTable('login_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['org_id as orgId', 'person_id as personId'])
    .executeTakeFirst();
  return row ?? null;
}

/** Starts a session. */
export async function insertSession(
  db: Db,
  session: { tokenHash: string; orgId: number; personId: number; role: string; now: Date },
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      org_id: session.orgId,
      person_id: session.personId,
      role: session.role,
      created_at: session.now,
      seen_at: session.now,
      ended_at: null,
    })
    .execute();
}

/** A session by its hash, or null. */
export async function findSession(db: Db, tokenHash: string): Promise<SessionState | null> {
  const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  if (!row) return null;
  return {
    orgId: row.org_id,
    personId: row.person_id,
    role: row.role,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    endedAt: row.ended_at,
  };
}

/** Notes that a session was used, or ends it. */
export async function touchSession(db: Db, tokenHash: string, patch: { seen_at: Date } | { ended_at: Date }) {
  await db.updateTable('sessions').set(patch).where('token_hash', '=', tokenHash).execute();
}

/** The org of a read token that is not revoked, or null. */
export async function orgOfToken(db: Db, tokenHash: string): Promise<number | null> {
  const row = await db
    .selectFrom('api_tokens')
    .select('org_id')
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.org_id ?? null;
}

/** Keeps a read token (its hash only). */
export async function insertApiToken(db: Db, token: { tokenHash: string; orgId: number; name: string }): Promise<void> {
  await db
    .insertInto('api_tokens')
    .values({ token_hash: token.tokenHash, org_id: token.orgId, name: token.name, revoked_at: null })
    .execute();
}

/** An org's read tokens, oldest first: what they are for, since when, and since when no more. */
export const listApiTokens = (db: Db, orgId: number) =>
  db
    .selectFrom('api_tokens')
    .select(['name', 'created_at as createdAt', 'revoked_at as revokedAt'])
    .where('org_id', '=', orgId)
    .orderBy('created_at')
    .execute();

/** Revokes an org's tokens of a name; how many there were. */
export async function revokeApiTokens(db: Db, orgId: number, name: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('org_id', '=', orgId)
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A person's role today; null when there is no such person or they are disabled. */
export async function roleOf(tx: OrgTx, personId: number): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('people')
    .select('role')
    .where('id', '=', personId)
    .where('disabled', '=', false)
    .executeTakeFirst();
  return row?.role ?? null;
}
