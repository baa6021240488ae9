import { type CalendarDate, partsOf } from './date.ts';
import type { PeriodKind } from './period.ts';

/** A month as a number: 12 × year + (month − 1). */
export type MonthNumber = number;

/** Kinds of period that are made of months of the books. */
export type BookedKind = 'month' | 'quarter' | 'half' | 'year' | 'year-to-month';

const LENGTH: Readonly<Record<Exclude<BookedKind, 'year-to-month'>, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

/** Whether periods of a kind are made of months. */
export const isBooked = (kind: PeriodKind): kind is BookedKind =>
  kind === 'year-to-month' || Object.hasOwn(LENGTH, kind);

/** The number of the calendar month that holds a day. */
export const monthNumber = (day: CalendarDate): MonthNumber => partsOf(day).year * 12 + partsOf(day).month - 1;

/** "2026-06". */
export const monthKey = (month: MonthNumber): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The months of a period: its key, the first and the last. */
export interface Stretch {
  readonly key: string;
  readonly first: MonthNumber;
  readonly last: MonthNumber;
}

/**
 * Years of twelve months that begin in any month (1–12). A task year has the number of the calendar year that holds most
 * of its months, the later one of equals: from December, 2026 is December 2025 to November 2026. Quarters and halves are
 * parts of it; 1—N月 goes from its beginning to month N.
 */
export interface TaskYears {
  /** The first month of the year that holds the month. */
  firstOf(month: MonthNumber): MonthNumber;
  /** What that year is called. */
  yearOf(month: MonthNumber): number;
  /** The period of a kind that holds the month. */
  stretch(kind: BookedKind, month: MonthNumber): Stretch;
  /** The last month of a period, by its key ("2026-06", "2026-Q2", "2026-H1", "2026", "2026-1..6"). */
  lastOf(key: string): MonthNumber;
}

/** The task years that begin in a month. */
export function taskYears(begin: number): TaskYears {
  const named = begin >= 7 ? 1 : 0;
  const firstOf = (month: MonthNumber) => month - ((((month - begin + 1) % 12) + 12) % 12);
  const yearOf = (month: MonthNumber) => Math.floor(firstOf(month) / 12) + named;
  return {
    firstOf,
    yearOf,
    stretch: (kind, month) => {
      const start = firstOf(month);
      if (kind === 'year-to-month') {
        return { key: `${Math.floor(month / 12)}-1..${(month % 12) + 1}`, first: start, last: month };
      }
      if (kind === 'month') return { key: monthKey(month), first: month, last: month };
      const at = Math.floor((month - start) / LENGTH[kind]);
      const first = start + at * LENGTH[kind];
      const part = kind === 'year' ? '' : `-${kind === 'half' ? 'H' : 'Q'}${at + 1}`;
      return { key: `${yearOf(month)}${part}`, first, last: first + LENGTH[kind] - 1 };
    },
    lastOf: (key) => {
      const year = Number(key.slice(0, 4));
      const start = (year - named) * 12 + begin - 1;
      const part = /^\d{4}-(?<letter>[QH])(?<at>\d)$/.exec(key)?.groups;
      if (part) return start + Number(part.at) * (part.letter === 'Q' ? 3 : 6) - 1;
      return key.length === 4 ? start + 11 : year * 12 + Number(/\d+$/.exec(key)?.[0]) - 1;
    },
  };
}
