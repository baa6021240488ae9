import { addDays, addMonths, type CalendarDate, date, endOfMonth, partsOf, weekdayOf } from './date.ts';

/** What stretch of the calendar a report covers. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'year-to-month' | 'range';

/**
 * A stretch of days, both ends included. `key` names it once for ever ("2026-06-03", "2026-W23", "2026-06", "2026-Q2",
 * "2026-H1", "2026", "2026-1..6", "2026-05-10..2026-08-17") and is what post ledger rows and commands use.
 */
export interface Period {
  readonly kind: PeriodKind;
  readonly key: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Its first month ("2025-12"), where the task year it is part of does not begin in January. */
  readonly first?: string;
}

/** One day. */
export const dayPeriod = (day: CalendarDate): Period => ({ kind: 'day', key: day, from: day, to: day });

/** The ISO week (Monday to Sunday) that holds the day. */
export function weekOf(day: CalendarDate): Period {
  const from = addDays(day, 1 - weekdayOf(day));
  const { year } = partsOf(addDays(from, 3));
  const firstThursday = addDays(date(`${year}-01-04`), 4 - weekdayOf(date(`${year}-01-04`)));
  const week = Math.round((Date.parse(addDays(from, 3)) - Date.parse(firstThursday)) / 604_800_000) + 1;
  return { kind: 'week', key: `${year}-W${String(week).padStart(2, '0')}`, from, to: addDays(from, 6) };
}

/** The month that holds the day. */
export const monthOf = (day: CalendarDate): Period => {
  const from = date(`${day.slice(0, 7)}-01`);
  return { kind: 'month', key: day.slice(0, 7), from, to: endOfMonth(from) };
};

/** The quarter that holds the day. */
export function quarterOf(day: CalendarDate): Period {
  const { year, month } = partsOf(day);
  const quarter = Math.ceil(month / 3);
  const from = date(`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`);
  return { kind: 'quarter', key: `${year}-Q${quarter}`, from, to: endOfMonth(addMonths(from, 2)) };
}

/** The half-year that holds the day. */
export function halfOf(day: CalendarDate): Period {
  const { year, month } = partsOf(day);
  const half = month <= 6 ? 1 : 2;
  const from = date(`${year}-${half === 1 ? '01' : '07'}-01`);
  return { kind: 'half', key: `${year}-H${half}`, from, to: endOfMonth(addMonths(from, 5)) };
}

/** The calendar year that holds the day. */
export function yearOf(day: CalendarDate): Period {
  const year = day.slice(0, 4);
  return { kind: 'year', key: year, from: date(`${year}-01-01`), to: date(`${year}-12-31`) };
}

/** 1—N月: from 1 January to the end of the day's month. */
export function yearToMonth(day: CalendarDate): Period {
  const { year, month } = partsOf(day);
  return { kind: 'year-to-month', key: `${year}-1..${month}`, from: date(`${year}-01-01`), to: endOfMonth(day) };
}

/** Any stretch of days. */
export const range = (from: CalendarDate, to: CalendarDate): Period => ({
  kind: 'range',
  key: `${from}..${to}`,
  from,
  to,
});

/** A period from its key, or null when the key names none. */
export function parsePeriod(key: string): Period | null {
  const match =
    /^(?<year>\d{4})(?:-(?:(?<month>\d\d)(?:-(?<day>\d\d))?|W(?<week>\d\d)|Q(?<quarter>[1-4])|H(?<half>[12])|1\.\.(?<upTo>\d\d?)))?$/.exec(
      key,
    );
  if (!match?.groups) return parseRange(key);
  const { year, month, day, week, quarter, half, upTo } = match.groups;
  const first = (monthNumber: number) => date(`${year}-${String(monthNumber).padStart(2, '0')}-01`);
  try {
    if (day) return dayPeriod(date(key));
    if (month) return monthOf(first(Number(month)));
    if (quarter) return quarterOf(first(Number(quarter) * 3));
    if (half) return halfOf(first(Number(half) * 6));
    if (upTo) return yearToMonth(first(Number(upTo)));
    if (week) {
      const found = weekOf(addDays(date(`${year}-01-04`), (Number(week) - 1) * 7));
      return found.key === key ? found : null;
    }
    return yearOf(date(`${year}-01-01`));
  } catch {
    return null;
  }
}

function parseRange(key: string): Period | null {
  const [from, to] = key.split('..');
  try {
    return from && to && from <= to ? range(date(from), date(to)) : null;
  } catch {
    return null;
  }
}

/** The same period one step earlier: last week, last month, last quarter … */
export function previous(period: Period): Period {
  const before = addDays(period.from, -1);
  switch (period.kind) {
    case 'day':
      return dayPeriod(before);
    case 'week':
      return weekOf(before);
    case 'month':
      return monthOf(before);
    case 'quarter':
      return quarterOf(before);
    case 'half':
      return halfOf(before);
    case 'year':
      return yearOf(before);
    case 'year-to-month': {
      const { month } = partsOf(period.to);
      return month === 1 ? yearToMonth(before) : yearToMonth(addMonths(period.to, -1));
    }
    case 'range':
      return range(addDays(before, Math.round((Date.parse(period.from) - Date.parse(period.to)) / 86_400_000)), before);
  }
}

/** The same stretch one year earlier, for 同比. */
export function lastYear(period: Period): Period {
  if (period.kind === 'week' || period.kind === 'range' || period.kind === 'day') {
    return range(addMonths(period.from, -12), addMonths(period.to, -12));
  }
  const from = addMonths(period.from, -12);
  const to = endOfMonth(addMonths(period.to, -12));
  return { kind: period.kind, key: period.key.replace(/^\d{4}/, from.slice(0, 4)), from, to };
}
