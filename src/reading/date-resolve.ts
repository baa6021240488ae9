import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  partsOf,
  startOfMonth,
  tryDate,
  weekdayOf,
} from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';

/** How a day without a year is read: a report is about the past, a deadline about the future. */
export type Prefer = 'past' | 'future' | 'nearest';

/** Against what the days of a text are read. */
export interface DateContext {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly prefer: Prefer;
}

/** A stretch of days, or a day that no calendar has. */
export type Resolved = { readonly from: CalendarDate; readonly to: CalendarDate } | { readonly impossible: true };

/** What a day that does not exist resolves to. */
export const IMPOSSIBLE: Resolved = { impossible: true };

/** One day. */
export const oneDay = (day: CalendarDate): Resolved => ({ from: day, to: day });

/** From one day to another; impossible when it would run backwards. */
export const stretch = (from: CalendarDate, to: CalendarDate): Resolved => (from <= to ? { from, to } : IMPOSSIBLE);

/** The candidate that suits best: on the preferred side of today if there is one, else the nearest. */
export function choose(candidates: readonly (CalendarDate | null)[], context: DateContext): CalendarDate | null {
  const days = candidates.filter((day): day is CalendarDate => day !== null);
  const side = days.filter((day) =>
    context.prefer === 'past' ? day <= context.today : context.prefer === 'future' ? day >= context.today : true,
  );
  const distance = (day: CalendarDate) => Math.abs(daysBetween(context.today, day));
  return [...(side.length > 0 ? side : days)].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** A day of a month without a year. */
export function monthDay(month: number, day: number, context: DateContext): CalendarDate | null {
  const { year } = partsOf(context.today);
  return choose([tryDate(year - 1, month, day), tryDate(year, month, day), tryDate(year + 1, month, day)], context);
}

/** A day without a month: 8号. */
export function dayOfMonth(day: number, context: DateContext): CalendarDate | null {
  const months = [-1, 0, 1].map((step) => partsOf(addMonths(startOfMonth(context.today), step)));
  return choose(
    months.map(({ year, month }) => tryDate(year, month, day)),
    context,
  );
}

/** The whole month, as a stretch. */
export const wholeMonth = (first: CalendarDate): Resolved => ({ from: startOfMonth(first), to: endOfMonth(first) });

/** The given weekday (1–7) of the week that is `weeks` after today's, Monday to Sunday. */
export const weekdayIn = (today: CalendarDate, weeks: number, weekday: number): CalendarDate =>
  addDays(today, weekday - weekdayOf(today) + weeks * 7);
