import { addDays, addMonths, type CalendarDate, daysBetween, type Instant } from '../calendar/date.ts';
import { addWorkdays, onOrAfter, type WorkCalendar } from '../calendar/workday.ts';
import { type Decimal, exact, round } from '../money/decimal.ts';

/** How often an event comes again. */
export const CADENCES = ['每月', '每季度', '每年'] as const;

/** How often. */
export type Cadence = (typeof CADENCES)[number];

/** Something that will be held (日程): a fair, a service day, an on-site observation, a training. Both days included. */
export interface CalendarEvent {
  readonly id: number;
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly place: string | null;
  /** Who holds it. */
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly every: Cadence | null;
  /** Tasks of its preparation. */
  readonly tasks: readonly number[];
  readonly result: string | null;
  readonly madeAt: Instant;
}

const MONTHS = { 每月: 1, 每季度: 3, 每年: 12 } as const;

/** When it comes again: the same day so many months on, on a workday, as long as before; null for what comes once. */
export function nextOf(
  { from, to, every }: Pick<CalendarEvent, 'from' | 'to' | 'every'>,
  calendar: WorkCalendar,
): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  if (every === null) return null;
  const start = onOrAfter(calendar, addMonths(from, MONTHS[every]));
  return { from: start, to: addDays(start, daysBetween(from, to)) };
}

/** From so many days ahead its preparation is on the list of who holds it. */
const AHEAD_DAYS = 14;
/** Workdays after the end within which the result is told. */
const RESULT_WORKDAYS = 3;

/** What is owed for an event on a day: preparation by its beginning, then the result; null while it is far off. */
export function owedOn(
  { from, to, result }: Pick<CalendarEvent, 'from' | 'to' | 'result'>,
  today: CalendarDate,
  calendar: WorkCalendar,
): { readonly what: '筹备' | '报结果'; readonly by: CalendarDate } | null {
  if (result !== null || daysBetween(today, from) > AHEAD_DAYS) return null;
  return today < from ? { what: '筹备', by: from } : { what: '报结果', by: addWorkdays(calendar, to, RESULT_WORKDAYS) };
}

/** A mark of 0—100 that one person gave a project on an observation. */
export interface EventScore {
  readonly projectId: number;
  readonly projectName: string;
  readonly unitName: string | null;
  readonly score: Decimal;
}

/** Each project with its mean mark (two places) and how many gave one, the best first. */
export function standingsOf(scores: readonly EventScore[]) {
  const ids = [...new Set(scores.map(({ projectId }) => projectId))];
  return ids
    .map((id) => {
      const own = scores.filter(({ projectId }) => projectId === id);
      const total = own.reduce((sum, { score }) => sum.add(exact(score)), exact(0));
      const mean = total.div(own.length);
      return { id, name: own[0]?.projectName ?? '', unit: own[0]?.unitName ?? null, marks: own.length, mean };
    })
    .sort((a, b) => b.mean.compare(a.mean) || a.id - b.id)
    .map(({ mean, ...rest }) => ({ ...rest, mean: round(mean, 2) }));
}
