import { sql } from 'kysely';
import { updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/**
 * Books what happened in a closed month and came late (补报) back into it, so far as it stands in a month that is still
 * open: a published later month keeps what it says. Gives how many records moved.
 */
export async function rebookLate(tx: OrgTx, month: string): Promise<number> {
  const open = sql`late and booked_on is not null and to_char(occurred_on, 'YYYY-MM') = ${month}
    and to_char(booked_on, 'YYYY-MM') not in (select month from closings where org_id = ${tx.orgId})`;
  let moved = 0;
  for (const table of ['entries', 'project_events'] as const) {
    const { rows } = await sql<{ id: number; occurred_on: never }>`
      select id, occurred_on from ${sql.table(table)} where org_id = ${tx.orgId} and ${open} order by id`.execute(
      tx.sql,
    );
    for (const { id, occurred_on } of rows) {
      if (await updateRecord(tx, table, id, { booked_on: occurred_on, late: false })) moved += 1;
    }
  }
  return moved;
}

/** Does something and takes it back: for previews. What it changed is not noted. */
export async function undone<Result>(tx: OrgTx, work: () => Promise<Result>): Promise<Result> {
  const noted = tx.changes.length;
  await sql`savepoint preview`.execute(tx.sql);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint preview`.execute(tx.sql);
    tx.changes.splice(noted);
  }
}
