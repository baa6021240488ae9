import type { Books } from '../calendar/books.ts';
import { addDays, type CalendarDate } from '../calendar/date.ts';
import type { Period } from '../calendar/period.ts';
import type { Span } from '../calendar/span.ts';

/** Which days a leaderboard reads. */
export interface BoardDays {
  /** From the task year's first day to the period's end. */
  readonly cumulative: Span;
  /** The same up to the end of the period before, and that period's first day; null in the task year's first period. */
  readonly before: (Span & { readonly periodFrom: CalendarDate }) | null;
  readonly periodFrom: CalendarDate;
  /** The period's last month. */
  readonly month: Span;
  /** `cumulative` a year earlier, and the month it ends in ("2025-06"). */
  readonly lastYear: Span & { readonly month: string };
}

/** The days of a leaderboard in the office's books. */
export function boardDays(books: Books, asked: Period): BoardDays {
  const period = books.span(asked);
  const { from } = books.taskYear(period.to);
  const prior = addDays(period.from, -1);
  const { from: monthFrom, key } = books.holding('month', period.to);
  const cumulative = { from, to: period.to };
  return {
    cumulative,
    before: prior >= from ? { from, to: prior, periodFrom: books.before(period).from } : null,
    periodFrom: period.from,
    month: { from: monthFrom, to: period.to },
    lastYear: { ...books.yearEarlier(cumulative), month: `${Number(key.slice(0, 4)) - 1}${key.slice(4)}` },
  };
}
