import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import { foldWidth } from './clean.ts';
import type { DateContext, Prefer } from './date-resolve.ts';
import { DATE_RULES, type DateRule } from './date-rules.ts';
import { matches } from './matches.ts';

/** Days written in a text. A single day has from = to; a day that no calendar has (30 February) is impossible. */
export type DateSpan =
  | {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      /** A day or a stretch given to the day; false for a mere month, week or quarter. */
      readonly exact: boolean;
    }
  | { readonly start: number; readonly end: number; readonly text: string; readonly impossible: true };

/** A text without any of these names no day. */
const MARKS = /20\d{6}|[年月日号天班周末底度内后前节晚早拜期.．/／－\-午秋春旦夕宵阳庆历儿朝]/;
/** For each character the rules it speaks for, a bit each. */
const SIGNS = new Uint32Array(0x1_0000);
DATE_RULES.forEach(({ signs }, rule) => {
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = (SIGNS[sign.charCodeAt(0)] ?? 0) | (1 << rule);
});

function signsIn(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) found |= SIGNS[text.charCodeAt(at)] ?? 0;
  return found;
}

const YEAR_BEFORE = /(?:19|20)\d\d(?=年)/g;

/**
 * Every day or stretch of days of a text, in order. A day without a year goes to the nearest year, or to the preferred
 * side of today. Never shifts a day that does not exist. Linear in the length of the text.
 */
export function readDates(
  text: string,
  today: CalendarDate,
  calendar: WorkCalendar,
  options: { readonly prefer?: Prefer } = {},
): readonly DateSpan[] {
  if (!MARKS.test(text)) return [];
  return datesOf(text, foldWidth(text), { today, calendar, prefer: options.prefer ?? 'nearest' });
}

/** As {@link readDates}, where the text is folded to half width already; Chinese commas may stand. */
export function datesOf(text: string, folded: string, context: DateContext): readonly DateSpan[] {
  if (!MARKS.test(folded)) return [];
  const signs = signsIn(folded);
  const found: DateSpan[] = [];
  const taken = new Uint8Array(text.length);
  for (const [at, rule] of DATE_RULES.entries()) {
    if ((signs & (1 << at)) === 0) continue;
    if (rule.sure?.test(folded) === false) continue;
    for (const match of matches(rule.pattern, folded)) {
      const span = spanOf(rule, match, text, folded, context);
      if (span === null || taken.subarray(span.start, span.end).includes(1)) continue;
      taken.fill(1, span.start, span.end);
      found.push(span);
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

function spanOf(
  rule: DateRule,
  match: RegExpExecArray,
  text: string,
  folded: string,
  context: DateContext,
): DateSpan | null {
  const resolved = rule.resolve(withSameYear(match, folded), context);
  if (resolved === null) return null;
  const lead = match[0].length - match[0].trimStart().length;
  const start = match.index + lead;
  const end = match.index + match[0].trimEnd().length;
  const written = text.slice(start, end);
  if ('impossible' in resolved) return { start, end, text: written, impossible: true };
  return { start, end, text: written, from: resolved.from, to: resolved.to, exact: rule.exact };
}

/** 同年 is the year that was written last before it. */
function withSameYear(match: RegExpExecArray, folded: string): Readonly<Record<string, string | undefined>> {
  const groups = match.groups ?? {};
  if (groups.word !== '同年') return groups;
  const years = folded.slice(Math.max(0, match.index - 200), match.index).match(YEAR_BEFORE);
  return years ? { ...groups, year: years.at(-1) } : groups;
}
