import { lastClosedMonth } from '../db/entry.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { addDays, type CalendarDate, date } from '../domain/calendar/date.ts';
import { monthOf } from '../domain/calendar/period.ts';
import { type Booking, bookingOf } from '../domain/ledger/booking.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** The last day of the books that are closed; null while none are. */
export async function closedTo(tx: OrgTx, { settings }: Acting['org']): Promise<CalendarDate | null> {
  const month = await lastClosedMonth(tx);
  return month === null ? null : booksOf(settings).span(monthOf(date(`${month}-01`))).to;
}

/** From which day credit may change hands: today, or the first day of the open books where those of today are closed. */
export async function firstOpenDay(tx: OrgTx, { org, today }: Pick<Acting, 'org' | 'today'>): Promise<CalendarDate> {
  const closed = await closedTo(tx, org);
  return closed !== null && closed >= today ? addDays(closed, 1) : today;
}

/** On which day something that is verified today counts. */
export const bookedToday = async (
  tx: OrgTx,
  { org, today }: Pick<Acting, 'org' | 'today'>,
  occurredOn: CalendarDate,
): Promise<Booking> =>
  bookingOf(occurredOn, today, { booking: org.settings.booking, closedTo: await closedTo(tx, org) });
