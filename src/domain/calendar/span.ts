import { addDays, addMonths, type CalendarDate, date, endOfMonth, startOfMonth } from './date.ts';

/** A stretch of days, both ends included. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The months ("2026-05") that lie wholly within a span, in order. */
export function wholeMonths({ from, to }: Span): readonly string[] {
  const months: string[] = [];
  const first = startOfMonth(from);
  for (let at = first === from ? first : addMonths(first, 1); endOfMonth(at) <= to; at = addMonths(at, 1)) {
    months.push(at.slice(0, 7));
  }
  return months;
}

/** What is left of a span without some of its whole months (in order): stretches in order, none empty. */
export function spansWithout({ from, to }: Span, months: readonly string[]): readonly Span[] {
  const rest: Span[] = [];
  let next = from;
  for (const month of months) {
    const first = date(`${month}-01`);
    if (next < first) rest.push({ from: next, to: addDays(first, -1) });
    next = addDays(endOfMonth(first), 1);
  }
  if (next <= to) rest.push({ from: next, to });
  return rest;
}
