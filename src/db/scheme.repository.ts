import type { CalendarDate } from '../domain/calendar/date.ts';
import type { OrgTx } from './org-transaction.ts';

/** The newest edition of the org's scheme in force on a day, not a draft; null when it has none of its own. */
export async function activeScheme(
  tx: OrgTx,
  day: CalendarDate,
): Promise<{ readonly id: number; readonly body: unknown } | null> {
  const row = await tx.sql
    .selectFrom('schemes')
    .select(['id', 'body'])
    .where('draft', '=', false)
    .where('active_from', '<=', day)
    .orderBy('active_from', 'desc')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
