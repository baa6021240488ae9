/** A day of the calendar, "2026-06-03". ISO text, so days compare as text. */
export type CalendarDate = string & { readonly __date: true };

/** A point in time. Always passed in; the domain never reads the clock. */
export type Instant = Date;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day, or null where the calendar has none (30 February): never shifted to a neighbour. Years 1900–2200. */
export function tryDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2200 || !Number.isInteger(day)) return null;
  const last = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : LAST_DAYS[month - 1];
  if (last === undefined || day < 1 || day > last) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate;
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day from ISO text, or null when it is not one. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = ISO.exec(text);
  return match ? tryDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A day that the program itself wrote: a wrong one is a fault (RangeError). */
export function date(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (!day) throw new RangeError(`not a calendar date: ${text.slice(0, 20)}`);
  return day;
}

/** Year, month (1–12) and day of the month. */
export function partsOf(day: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day n days later (earlier when negative). */
export const addDays = (day: CalendarDate, days: number): CalendarDate => fromUtc(utc(day) + days * DAY_MS);

/** How many days from a to b; negative when b is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => Math.round((utc(b) - utc(a)) / DAY_MS);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: CalendarDate): number => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1;

/** The first day of the day's month. */
export const startOfMonth = (day: CalendarDate): CalendarDate => `${day.slice(0, 8)}01` as CalendarDate;

/** The last day of the day's month. */
export function endOfMonth(day: CalendarDate): CalendarDate {
  const { year, month } = partsOf(day);
  return fromUtc(Date.UTC(year, month, 0));
}

/** The same day n months later, cut to the month's last day (31 January + 1 = 28 February). */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)));
}

/** How many whole months have passed from a to b (31 January to 28 February: one); below 0 when b is earlier. */
export function monthsBetween(a: CalendarDate, b: CalendarDate): number {
  const [from, to] = [partsOf(a), partsOf(b)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return addMonths(a, months) > b ? months - 1 : months;
}

/** The calendar day on which an instant falls in a time zone (IANA name, e.g. Asia/Shanghai). */
export const dateAt = (instant: Instant, timeZone: string): CalendarDate =>
  date(new Date(instant.getTime() + offsetMs(instant, timeZone)).toISOString().slice(0, 10));

/** The wall clock "HH:MM" of an instant in a time zone. */
export const clockAt = (instant: Instant, timeZone: string): string =>
  new Date(instant.getTime() + offsetMs(instant, timeZone)).toISOString().slice(11, 16);

/** The instant at which a wall clock ("17:00") stands on a day in a time zone. */
export function instantAt(day: CalendarDate, clock: string, timeZone: string): Instant {
  const wall = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`);
  const guess = wall - offsetMs(new Date(wall), timeZone);
  return new Date(wall - offsetMs(new Date(guess), timeZone));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetMs(instant: Instant, timeZone: string): number {
  if (timeZone === 'Asia/Shanghai' && instant.getTime() > 700_000_000_000) return 8 * 3_600_000;
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}

function utc(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(time: number): CalendarDate {
  return new Date(time).toISOString().slice(0, 10) as CalendarDate;
}
