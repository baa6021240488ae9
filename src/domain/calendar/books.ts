import { addDays, addMonths, type CalendarDate, date, endOfMonth } from './date.ts';
import { type Period, previous } from './period.ts';
import type { Span } from './span.ts';
import { type BookedKind, isBooked, type MonthNumber, monthKey, monthNumber, taskYears } from './task-years.ts';
import { lastWorkdayOfMonth, onOrAfter, type WorkCalendar, workCalendar } from './workday.ts';

/** 统计截止: the last day of a month's books. Month end, its last workday, or a day of it ("25日": June is 26 May to 25 June). */
export type CutOffRule = '月末' | '最后工作日' | `${number}日`;

/** What an office says of its books. */
export interface BookSettings {
  /** Which rule holds from which month on ("2026-07"), oldest first; before the first and without any: month end. */
  readonly monthCutOffs: readonly { readonly from: string; readonly rule: CutOffRule }[];
  /** The month in which the task year begins, 1–12. */
  readonly taskYearMonth: number;
  readonly calendarOverrides: Readonly<Record<string, boolean>>;
}

/**
 * The calendar by which figures are booked and counted: months cut by the office's rule, quarters, halves and years made
 * of such months, the task years. Pure; periods keep their keys, only their days change.
 */
export interface Books {
  /** The same period with the days its books have; days, weeks and ranges as they are. */
  span(period: Period): Period;
  /** The period of a kind that the day is booked in. */
  holding(kind: BookedKind, day: CalendarDate): Period;
  /** The booked period one step earlier. */
  before(period: Period): Period;
  /** The task year up to a day: its number, its first day, and the how-manieth of its months holds the day (1–12). */
  taskYear(day: CalendarDate): { readonly year: number; readonly from: CalendarDate; readonly month: number };
  /** The same stretch a year earlier, each end cut by the rule that cuts it this year (可比口径). */
  yearEarlier<Days extends Span>(days: Days): Days;
  /** The end of the month that lies so many months before the one the day is booked in; other days go by the calendar. */
  monthsEarlier(day: CalendarDate, months: number): CalendarDate;
  /** The day on which a month's books close: a workday. */
  closingOf(month: Period): CalendarDate;
  /** The month that closes on the day; null for most days. */
  closingOn(day: CalendarDate): Period | null;
  /** The month that closes on the day or next after it. */
  nextClosing(day: CalendarDate): { readonly month: Period; readonly day: CalendarDate };
}

/** The books of an office. */
export function booksOf(settings: BookSettings): Books {
  const calendar = workCalendar(new Map(Object.entries(settings.calendarOverrides)));
  const lastDay = (month: MonthNumber, like = month) => lastDayBy(ruleOf(settings, like), month, calendar);
  const firstDay = (month: MonthNumber, like = month) => addDays(lastDay(month - 1, like - 1), 1);
  const monthHolding = (day: CalendarDate): MonthNumber => monthNumber(day) + (day > lastDay(monthNumber(day)) ? 1 : 0);
  const years = taskYears(settings.taskYearMonth);
  const days = (first: MonthNumber, last: MonthNumber): Span => ({ from: firstDay(first), to: lastDay(last) });
  const booked = (kind: BookedKind, month: MonthNumber): Period => {
    const { key, first, last } = years.stretch(kind, month);
    const told = settings.taskYearMonth !== 1 && kind !== 'month' ? { first: monthKey(first) } : {};
    return { kind, key, ...days(first, last), ...told };
  };
  const closing = (month: MonthNumber) => closingDay(ruleOf(settings, month), month, calendar);
  const around = (day: CalendarDate) => [-1, 0, 1].map((step) => monthNumber(day) + step);
  return {
    span: (period) => (isBooked(period.kind) ? booked(period.kind, years.lastOf(period.key)) : period),
    holding: (kind, day) => booked(kind, monthHolding(day)),
    before: (period) => {
      if (!isBooked(period.kind)) return previous(period);
      const { first, last } = years.stretch(period.kind, years.lastOf(period.key));
      return booked(period.kind, period.kind === 'year-to-month' ? last - 1 : first - 1);
    },
    taskYear: (day) => {
      const month = monthHolding(day);
      const first = years.firstOf(month);
      return { year: years.yearOf(month), from: firstDay(first), month: month - first + 1 };
    },
    yearEarlier: (span) => {
      const [first, last] = [monthHolding(span.from), monthHolding(span.to)];
      const whole = firstDay(first) === span.from;
      return {
        ...span,
        from: whole ? firstDay(first - 12, first) : addMonths(span.from, -12),
        to: lastDay(last) === span.to ? lastDay(last - 12, last) : addMonths(span.to, -12),
      };
    },
    monthsEarlier: (day, months) => {
      const month = monthHolding(day);
      return lastDay(month) === day ? lastDay(month - months) : addMonths(day, -months);
    },
    closingOf: (month) => closing(years.lastOf(month.key)),
    closingOn: (day) => {
      const found = around(day).find((month) => closing(month) === day);
      return found === undefined ? null : booked('month', found);
    },
    nextClosing: (day) => {
      const month = around(day).find((one) => closing(one) >= day) ?? monthNumber(day) + 2;
      return { month: booked('month', month), day: closing(month) };
    },
  };
}

/** The books of an office that cuts nothing: calendar months, quarters and years. */
export const CALENDAR_SETTINGS: BookSettings = {
  monthCutOffs: [],
  taskYearMonth: 1,
  calendarOverrides: {},
};

/** The books by {@link CALENDAR_SETTINGS}. */
export const CALENDAR: Books = booksOf(CALENDAR_SETTINGS);

/** What of an office's settings its books are made of. */
export const bookSettings = ({ monthCutOffs, taskYearMonth, calendarOverrides }: BookSettings): BookSettings => ({
  monthCutOffs,
  taskYearMonth,
  calendarOverrides,
});

const ruleOf = ({ monthCutOffs }: BookSettings, month: MonthNumber): CutOffRule =>
  monthCutOffs.findLast(({ from }) => from <= monthKey(month))?.rule ?? '月末';

function lastDayBy(rule: CutOffRule, month: MonthNumber, calendar: WorkCalendar): CalendarDate {
  const first = date(`${monthKey(month)}-01`);
  if (rule === '月末') return endOfMonth(first);
  if (rule === '最后工作日') return lastWorkdayOfMonth(calendar, first) ?? endOfMonth(first);
  return addDays(first, Number.parseInt(rule, 10) - 1);
}

/**
 * Books that end with the month close on its last workday; those that end on a day of it close on that day, or on the next
 * workday where it is a day off (a deadline on a holiday moves to the day after).
 */
function closingDay(rule: CutOffRule, month: MonthNumber, calendar: WorkCalendar): CalendarDate {
  const last = lastDayBy(rule, month, calendar);
  return rule.endsWith('日') && rule !== '最后工作日'
    ? onOrAfter(calendar, last)
    : (lastWorkdayOfMonth(calendar, last) ?? last);
}
