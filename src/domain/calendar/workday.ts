import { addDays, type CalendarDate, endOfMonth, startOfMonth, weekdayOf } from './date.ts';
import { isOfficialWorkday } from './holidays.ts';

/**
 * Which days are worked. The official Chinese calendar, with an org's own overrides (`day → worked?`) on top; pure, so
 * it is passed to every rule that counts workdays.
 */
export interface WorkCalendar {
  isWorkday(day: CalendarDate): boolean;
}

/** The official calendar with overrides: a day given here is worked or not, whatever the notice says. */
export function workCalendar(overrides: ReadonlyMap<string, boolean> = new Map()): WorkCalendar {
  return { isWorkday: (day) => overrides.get(day) ?? isOfficialWorkday(day) };
}

/** The n-th workday after a day (n ≥ 1), or before it (n ≤ −1); n = 0 gives the day itself. */
export function addWorkdays(calendar: WorkCalendar, day: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step);
    if (calendar.isWorkday(current)) left -= 1;
  }
  return current;
}

/** Workdays after a, up to and with b; negative when b is earlier. */
export function workdaysBetween(calendar: WorkCalendar, a: CalendarDate, b: CalendarDate): number {
  if (b < a) return -workdaysBetween(calendar, b, a);
  let count = 0;
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}

/** The last workday on or before a day. */
export function onOrBefore(calendar: WorkCalendar, day: CalendarDate): CalendarDate {
  let current = day;
  while (!calendar.isWorkday(current)) current = addDays(current, -1);
  return current;
}

/** The first workday on or after a day. */
export function onOrAfter(calendar: WorkCalendar, day: CalendarDate): CalendarDate {
  let current = day;
  while (!calendar.isWorkday(current)) current = addDays(current, 1);
  return current;
}

/** The last workday of the day's month; null when the whole month is off (it never is, but overrides may say so). */
export function lastWorkdayOfMonth(calendar: WorkCalendar, day: CalendarDate): CalendarDate | null {
  const last = onOrBefore(calendar, endOfMonth(day));
  return last >= startOfMonth(day) ? last : null;
}

/** The last workday of the day's week, Monday to Sunday (make-up Sundays included); null in a week without one. */
export function lastWorkdayOfWeek(calendar: WorkCalendar, day: CalendarDate): CalendarDate | null {
  const monday = addDays(day, 1 - weekdayOf(day));
  const last = onOrBefore(calendar, addDays(monday, 6));
  return last >= monday ? last : null;
}

/** The first workday of the day's week, Monday to Sunday; null in a week without one. */
export function firstWorkdayOfWeek(calendar: WorkCalendar, day: CalendarDate): CalendarDate | null {
  const monday = addDays(day, 1 - weekdayOf(day));
  const first = addWorkdays(calendar, addDays(monday, -1), 1);
  return first <= addDays(monday, 6) ? first : null;
}
