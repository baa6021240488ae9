import { sql } from 'kysely';
import type { OrgTx } from './org-transaction.ts';

/** A message that did not arrive for certain (failed), or of which nobody knows (held). */
export interface Undelivered {
  readonly id: string;
  readonly state: 'held' | 'failed';
  readonly dedupeKey: string;
  readonly title: string;
  readonly error: string;
  readonly platform: string;
  /** The group's name, or the person's; null when neither is known. */
  readonly to: string | null;
  readonly createdAt: Date;
}

const FIELDS = sql`id, state, dedupe_key as "dedupeKey", coalesce(body->>'title', '') as title,
  coalesce(last_error, '') as error, platform, created_at as "createdAt", coalesce(
  (select c.name from chats as c where c.platform = outbox.platform and c.workspace = outbox.workspace
    and c.external_id = outbox.chat_external_id and c.kind = 'group'),
  (select p.name from identities as i join people as p on p.id = i.person_id where i.platform = outbox.platform
    and i.workspace = outbox.workspace and i.external_id = outbox.chat_external_id limit 1)) as "to"`;

/** Held and failed messages of this org since an instant, newest first; answers are left out. */
export async function listUndelivered(tx: OrgTx, since: Date, limit: number): Promise<readonly Undelivered[]> {
  const { rows } = await sql<Undelivered>`
    select ${FIELDS} from outbox where org_id = ${tx.orgId} and state in ('held', 'failed')
      and class not in ('reply', 'update') and created_at > ${since}
    order by id desc limit ${limit}`.execute(tx.sql);
  return rows;
}

/** One of them, locked; null when it is none (any more). */
export async function lockUndelivered(tx: OrgTx, id: string): Promise<Undelivered | null> {
  const { rows } = await sql<Undelivered>`
    select ${FIELDS} from outbox where org_id = ${tx.orgId} and id = ${id} and state in ('held', 'failed')
    for update of outbox`.execute(tx.sql);
  return rows[0] ?? null;
}

/** Ends a held or failed message: it was seen there after all, or it is let go. */
export async function closeUndelivered(tx: OrgTx, id: string, state: 'sent' | 'dropped'): Promise<void> {
  await tx.sql.updateTable('outbox').set({ state }).where('org_id', '=', tx.orgId).where('id', '=', id).execute();
}

/** Sends a held or failed message again, marked, from the part that is missing; it is tried as long as a new one. */
export async function sendAgain(tx: OrgTx, id: string): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set({ state: 'pending', resent: true, faults: 0, not_before: null, first_tried_at: null })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute();
}
