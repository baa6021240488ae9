import { keepMonth, unkeptMonth } from '../db/kept-month.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { OrgTx } from './transaction.ts';

/** Keeps the figures of one month that is over, so that boards need not count it again: one at a time, the latest first. */
export async function keepNextMonth(tx: OrgTx, today: CalendarDate): Promise<void> {
  const month = await unkeptMonth(tx, today);
  if (month !== null) await keepMonth(tx, month);
}
