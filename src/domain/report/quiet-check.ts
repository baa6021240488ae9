import { booksOf } from '../calendar/books.ts';
import { addDays, type CalendarDate, instantAt } from '../calendar/date.ts';
import type { Period } from '../calendar/period.ts';
import { addWorkdays, onOrAfter, type WorkCalendar } from '../calendar/workday.ts';
import type { Settings } from '../settings.ts';
import type { FlagsModel } from './model.ts';

/** The org as far as the days of flags go. */
export interface FlagDays {
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  readonly timeZone: string;
}

/** When a quarter's flags are told: red ones (and yellow ones to the heads concerned), then the yellow ones to everybody. */
export interface FlagTimes {
  readonly quarter: Period;
  readonly red: Date;
  /** The same as `red` where the office checks nothing quietly. */
  readonly yellow: Date;
  readonly yellowOn: CalendarDate;
}

/**
 * The flags of the quarter before the day's: red on the first workday after its books closed, yellow so many hours later, moved to the
 * next workday (practice: heads see a yellow flag a day before the groups do, and may object).
 */
export function flagTimes(day: CalendarDate, { calendar, settings, timeZone }: FlagDays): FlagTimes {
  const books = booksOf(settings);
  const quarter = books.before(books.holding('quarter', day));
  const first = addWorkdays(calendar, books.closingOf(quarter), 1);
  const days = Math.ceil(settings.quietCheckHours / 24);
  const yellowOn = days === 0 ? first : onOrAfter(calendar, addDays(first, days));
  return {
    quarter,
    red: instantAt(first, settings.flagsAt, timeZone),
    yellow: instantAt(yellowOn, settings.flagsAt, timeZone),
    yellowOn,
  };
}

/** An objection as far as the flags go. */
export interface Objected {
  readonly unit: string;
  readonly verdict: 'upheld' | 'dismissed' | null;
}

/** The flags without the yellow ones against which an objection was upheld. */
export const afterObjections = (model: FlagsModel, objections: readonly Objected[]): FlagsModel => {
  const upheld = new Set(objections.filter(({ verdict }) => verdict === 'upheld').map(({ unit }) => unit));
  return {
    ...model,
    groups: model.groups.map((group) => ({ ...group, yellow: group.yellow.filter(({ unit }) => !upheld.has(unit)) })),
  };
};
