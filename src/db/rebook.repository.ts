import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/**
 * Books what happened in the days of a closed month and came late (补报) back into it, so far as it stands in books that
 * are still open: a published later month keeps what it says. Gives how many records moved.
 */
export async function rebookLate(
  tx: OrgTx,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  closedTo: CalendarDate,
): Promise<number> {
  const open = sql`late and booked_on > ${closedTo} and occurred_on between ${from} and ${to}`;
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
