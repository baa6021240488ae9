import { type CalendarDate, clockAt, dateAt, type Instant } from '../calendar/date.ts';
import { type WorkCalendar, workdaysBetween } from '../calendar/workday.ts';

/** green: time left · yellow: within the last workdays · red: overdue. */
export type Light = 'green' | 'yellow' | 'red';

/** The lights as symbols and words: never colour alone. */
export const LIGHT_NAMES: Readonly<Record<Light, string>> = { green: '🟢正常', yellow: '🟡临期', red: '🔴逾期' };

/** Where we stand in time: the org's day and wall clock ("HH:MM"). */
export interface Moment {
  readonly today: CalendarDate;
  readonly clock: string;
}

/** The moment of an instant in a time zone. */
export const momentAt = (now: Instant, timeZone: string): Moment => ({
  today: dateAt(now, timeZone),
  clock: clockAt(now, timeZone),
});

/** Something with a deadline: a whole day, or a day and a wall clock. */
export interface Deadline {
  readonly dueOn: CalendarDate;
  readonly dueTime: string | null;
}

/** Whether the deadline has passed: after its day, or on its day after its clock. */
export const isOverdue = ({ dueOn, dueTime }: Deadline, { today, clock }: Moment): boolean =>
  today > dueOn || (today === dueOn && dueTime !== null && clock > dueTime);

/** The light of open work: yellow within `yellowWorkdays` of the due day, red when overdue. */
export function lightOf(due: Deadline, moment: Moment, calendar: WorkCalendar, yellowWorkdays: number): Light {
  if (isOverdue(due, moment)) return 'red';
  return workdaysBetween(calendar, moment.today, due.dueOn) <= yellowWorkdays ? 'yellow' : 'green';
}

/** Workdays over the due day (0 when not overdue by a day). */
export const workdaysOver = (dueOn: CalendarDate, today: CalendarDate, calendar: WorkCalendar): number =>
  today > dueOn ? workdaysBetween(calendar, dueOn, today) : 0;
