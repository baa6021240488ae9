import { sql } from 'kysely';
import type { Db, OrgTx } from './org-transaction.ts';

/** Up to when an org's posts have been judged; null before the first tick. */
export async function judgedTo(tx: OrgTx): Promise<Date | null> {
  const row = await tx.sql.selectFrom('ticks').select('judged_to').where('org_id', '=', tx.orgId).executeTakeFirst();
  return row?.judged_to ?? null;
}

/** Moves the mark; it never goes back. */
export async function markJudged(tx: OrgTx, to: Date): Promise<void> {
  await sql`
    insert into ticks (org_id, judged_to) values (${tx.orgId}, ${to})
    on conflict (org_id) do update set judged_to = greatest(ticks.judged_to, excluded.judged_to)`.execute(tx.sql);
}

/** One line of the post ledger. Chat 0 stands for the period as a whole, a negative number for a person. */
export interface LedgerLine {
  readonly report: string;
  readonly period: string;
  readonly chatId: number;
  readonly dueAt: Date;
  readonly state: 'posted' | 'listed' | 'empty';
  readonly late: boolean;
  readonly outboxId?: string | null;
}

/** Claims a line of the ledger; false when it was there already (another worker waits here until the first one commits). */
export async function insertLedger(tx: OrgTx, line: LedgerLine): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('post_ledger')
    .values({
      org_id: tx.orgId,
      report: line.report,
      period: line.period,
      chat_id: line.chatId,
      due_at: line.dueAt,
      state: line.state,
      late: line.late,
      outbox_id: line.outboxId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Chats that subscribed to a post and are not switched off, oldest first. */
export async function subscribers(tx: OrgTx, name: string) {
  return tx.sql
    .selectFrom('chats')
    .select(['id', 'name', 'unit_id as unitId'])
    .where(sql<boolean>`${name} = any(subscriptions)`)
    .where('rests_since', 'is', null)
    .orderBy('id')
    .execute();
}

/** How far the database's clock is from ours, in milliseconds (positive: ours is ahead). */
export async function clockSkew(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return now.getTime() - (rows[0]?.now.getTime() ?? now.getTime());
}
