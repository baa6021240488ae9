import { sql } from 'kysely';
import { updateRecord } from './change.ts';
import { chatNumber } from './org.repository.ts';
import type { OrgTx } from './org-transaction.ts';

/** A group that takes no posts any more, until it is set anew: since when, and what its platform said. */
export interface RestingChat {
  readonly id: number;
  readonly name: string;
  readonly platform: string;
  readonly why: string;
}

type Place = Parameters<typeof chatNumber>[1];

/** Forgets a group's webhook; null when it has none. */
export async function forgetChatWebhook(tx: OrgTx, at: Place, why: string): Promise<RestingChat | null> {
  const row = await updateRecord(
    tx,
    'chats',
    (await chatNumber(tx, at)) ?? 0,
    { webhook: null },
    sql`webhook is not null`,
  );
  return row && { id: row.id, name: row.name, platform: row.platform, why };
}

/** Lets a group rest and forgets its webhook; null when it rests already, or is none of ours. */
export async function restChat(
  tx: OrgTx,
  at: Place,
  rest: { readonly since: Date; readonly why: string },
): Promise<RestingChat | null> {
  const patch = { rests_since: rest.since, rests_why: rest.why, webhook: null };
  const row = await updateRecord(
    tx,
    'chats',
    (await chatNumber(tx, at)) ?? 0,
    patch,
    sql`kind = 'group' and rests_since is null`,
  );
  return row && { id: row.id, name: row.name, platform: row.platform, why: rest.why };
}

/** The groups that rest, oldest first. */
export async function restingChats(tx: OrgTx): Promise<readonly RestingChat[]> {
  const rows = await tx.sql
    .selectFrom('chats')
    .select(['id', 'name', 'platform', 'rests_why as why'])
    .where('rests_since', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, why: row.why ?? '' }));
}
