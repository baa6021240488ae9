import type { CalendarDate } from '../calendar/date.ts';
import { addWorkdays, onOrAfter, type WorkCalendar } from '../calendar/workday.ts';
import { compare, type Decimal, decimal, exact, round, subtract } from '../money/decimal.ts';

/** A public notice (公示) of a project's reward. */
export interface RewardNotice {
  readonly id: number;
  /** First and last day, both included. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Up to which sum in 元, with what was paid before it, it lets the reward go. */
  readonly upTo: Decimal;
}

/** How long a notice stands where nobody says otherwise. */
const NOTICE_WORKDAYS = 5;

/** The days of a notice that begins on a day: five workdays, that day the first of them where it is one. */
export const noticeDays = (calendar: WorkCalendar, from: CalendarDate): Pick<RewardNotice, 'from' | 'to'> => ({
  from,
  to: addWorkdays(calendar, onOrAfter(calendar, from), NOTICE_WORKDAYS - 1),
});

/** Whether a notice has run by a day: its last day is over. */
export const hasRun = (notice: RewardNotice | null, on: CalendarDate): notice is RewardNotice =>
  notice !== null && notice.to < on;

/** What of a reward due may be paid on a day, in 元: as much as a notice covers that has run by then. */
export function releasedOf(
  { notice, paid }: { readonly notice: RewardNotice | null; readonly paid: Decimal },
  due: string,
  on: CalendarDate,
): string {
  if (!hasRun(notice, on)) return '0.00';
  const covered = subtract(notice.upTo, paid);
  const released = compare(covered, decimal(due)) < 0 ? covered : decimal(due);
  return compare(released, decimal('0')) > 0 ? round(exact(released), 2) : '0.00';
}
