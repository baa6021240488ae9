import {
  addDays,
  addMonths,
  type CalendarDate,
  date,
  daysBetween,
  endOfMonth,
  partsOf,
  startOfMonth,
  tryDate,
  weekdayOf,
} from '../domain/calendar/date.ts';
import { addWorkdays, type WorkCalendar } from '../domain/calendar/workday.ts';
import { readNumeral } from './chinese-number.ts';
import { foldWidth } from './clean.ts';

/** A day or span of days written in a text, resolved against the day it was said. */
export type DateSpan =
  | {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
    }
  | { readonly start: number; readonly end: number; readonly text: string; readonly impossible: true };

/** How a day without a year is understood: the last one, the next one, or the nearest. */
export interface DateOptions {
  readonly prefer?: 'past' | 'future' | 'nearest';
}

interface Day {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly prefer: 'past' | 'future' | 'nearest';
}

type Found = { from: CalendarDate; to: CalendarDate } | 'impossible' | null;
type Form = readonly [pattern: string, read: (groups: Record<string, string | undefined>, day: Day) => Found];

const N = '[0-9〇零一二三四五六七八九十两]{1,3}';
const BEFORE = '(?:之前|以前|前|内|之内|以内)?';

/** Each form of a date with how it is read; the first that fits at a place wins. */
const FORMS: readonly Form[] = [
  [
    String.raw`(?<y>\d{4})\s?[年./-]\s?(?<m>\d{1,2})\s?[月./-]\s?(?<d>\d{1,2})(?:[日号](?!线)|(?![\d.]))${BEFORE}`,
    exactDay,
  ],
  [String.raw`(?<y>今年|去年|明年)(?<m>${N})月(?<d>${N})[日号]?${BEFORE}`, exactDay],
  [String.raw`(?<m>${N})月(?<d>${N})[日号]?\s?(?:-|~|至|到)\s?(?:(?<m2>${N})月)?(?<d2>${N})[日号]`, spanOfDays],
  [String.raw`(?<m>${N})月(?<d>${N})(?:[日号]|(?![\d〇零一二三四五六七八九十.]))${BEFORE}`, monthDay],
  [String.raw`(?<next>本月|这个月|当月|下个月|下月|上个月|上月)(?<d>${N})[日号]${BEFORE}`, dayOfNamedMonth],
  [
    String.raw`(?<next>本月|这个月|当月|下个月|下月|上个月|上月)?(?<part>月底|底|月末|末|月中|中旬)${BEFORE}`,
    partOfMonth,
  ],
  [String.raw`(?<word>大前天|前天|昨天|昨日|今天|今日|今早|今晚|明天|明日|后天|大后天)${BEFORE}`, namedDay],
  [
    String.raw`(?<which>上上|上个|上|本|这个|这|下下|下个|下)?(?:周|星期|礼拜)(?<w>[一二三四五六日天1-7])${BEFORE}`,
    weekday,
  ],
  [String.raw`(?<n>${N})个?(?<u>工作日|天|日|周|星期|个月|月)(?<dir>之?内|以内|后|之后|以后|前)`, within],
  [String.raw`(?:(?<q>[一二三四1-4])季度|(?<h>上半年|下半年|年))(?:末|底)${BEFORE}`, endOfPart],
  [String.raw`(?<=^|[^\d月.])(?<d>${N})[日号](?!线|楼|院|门|地块|车间)${BEFORE}`, dayAlone],
  [String.raw`(?<=^|[^\d./-])(?<m>\d{1,2})[/.](?<d>\d{1,2})(?![\d./%万亿元])`, monthDay],
];

/**
 * Every date of a text, in order, resolved against `today` (the day it was said). A day that the calendar does not have
 * comes back as impossible, never shifted.
 */
export function readDates(
  text: string,
  today: CalendarDate,
  calendar: WorkCalendar,
  options: DateOptions = {},
): readonly DateSpan[] {
  const folded = foldWidth(text);
  const day: Day = { today, calendar, prefer: options.prefer ?? 'nearest' };
  const taken: DateSpan[] = [];
  for (const [pattern, read] of FORMS) {
    for (const match of folded.matchAll(new RegExp(pattern, 'g'))) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((span) => start < span.end && span.start < end)) continue;
      const found = read(match.groups ?? {}, day);
      const base = { start, end, text: text.slice(start, end) };
      if (found === 'impossible') taken.push({ ...base, impossible: true });
      else if (found) taken.push({ ...base, ...found });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

const one = (found: CalendarDate | null): Found => (found ? { from: found, to: found } : 'impossible');

function count(text: string | undefined): number {
  if (!text) return Number.NaN;
  return /^\d+$/.test(text) ? Number(text) : Number(readNumeral(text) ?? 'NaN');
}

function exactDay({ y, m, d }: Record<string, string | undefined>, { today }: Day): Found {
  const { year } = partsOf(today);
  const named: Record<string, number> = { 今年: year, 去年: year - 1, 明年: year + 1 };
  return one(tryDate(named[y ?? ''] ?? count(y), count(m), count(d)));
}

function monthDay({ m, d }: Record<string, string | undefined>, day: Day): Found {
  const month = count(m);
  if (!(month >= 1 && month <= 12) || !(count(d) >= 1)) return null;
  return one(nearest(month, count(d), day));
}

/** The year that makes the day last, next or nearest; this year's when the calendar lacks it there (so it is refused). */
function nearest(month: number, dayOfMonth: number, { today, prefer }: Day): CalendarDate | null {
  const { year } = partsOf(today);
  const here = tryDate(year, month, dayOfMonth);
  if (!here) return null;
  const away = daysBetween(today, here);
  if (prefer === 'past' && away > 31) return tryDate(year - 1, month, dayOfMonth);
  if (prefer === 'future' && away < -31) return tryDate(year + 1, month, dayOfMonth);
  if (prefer === 'nearest' && Math.abs(away) > 183) return tryDate(away > 0 ? year - 1 : year + 1, month, dayOfMonth);
  return here;
}

function spanOfDays({ m, d, m2, d2 }: Record<string, string | undefined>, day: Day): Found {
  const from = nearest(count(m), count(d), day);
  if (!from) return 'impossible';
  const to = tryDate(partsOf(from).year + (m2 && count(m2) < count(m) ? 1 : 0), m2 ? count(m2) : count(m), count(d2));
  return to && to >= from ? { from, to } : 'impossible';
}

function namedMonth(word: string | undefined, today: CalendarDate): CalendarDate {
  const months = word?.startsWith('下') ? 1 : word?.startsWith('上') ? -1 : 0;
  return addMonths(startOfMonth(today), months);
}

function dayOfNamedMonth({ next, d }: Record<string, string | undefined>, { today }: Day): Found {
  const { year, month } = partsOf(namedMonth(next, today));
  return one(tryDate(year, month, count(d)));
}

function partOfMonth({ next, part }: Record<string, string | undefined>, { today }: Day): Found {
  if (!next && !part?.startsWith('月')) return null;
  const month = namedMonth(next, today);
  return one(/中/.test(part ?? '') ? addDays(month, 14) : endOfMonth(month));
}

const NAMED_DAYS: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  今早: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};

function namedDay({ word }: Record<string, string | undefined>, { today }: Day): Found {
  return one(addDays(today, NAMED_DAYS[word ?? ''] ?? 0));
}

function weekday({ which, w }: Record<string, string | undefined>, { today, prefer }: Day): Found {
  const wanted = '一二三四五六日'.indexOf((w ?? '').replace('天', '日')) + 1 || Number(w);
  const monday = addDays(today, 1 - weekdayOf(today));
  const weeks = which?.startsWith('上上')
    ? -2
    : which?.startsWith('上')
      ? -1
      : which?.startsWith('下下')
        ? 2
        : which?.startsWith('下')
          ? 1
          : 0;
  const found = addDays(monday, wanted - 1 + weeks * 7);
  if (which) return one(found);
  if (prefer === 'past') return one(found > today ? addDays(found, -7) : found);
  return one(found < today ? addDays(found, 7) : found);
}

function within({ n, u, dir }: Record<string, string | undefined>, { today, calendar }: Day): Found {
  const amount = count(n) * (dir === '前' ? -1 : 1);
  if (!Number.isFinite(amount) || Math.abs(amount) > 400) return null;
  if (u === '工作日') return one(addWorkdays(calendar, today, amount));
  if (u === '周' || u === '星期') return one(addDays(today, amount * 7));
  if (u === '个月' || u === '月') return u === '月' ? null : one(addMonths(today, amount));
  return dir === '前' && u === '日' ? null : one(addDays(today, amount));
}

function endOfPart({ q, h }: Record<string, string | undefined>, { today }: Day): Found {
  const { year } = partsOf(today);
  const month = q ? ('一二三四'.indexOf(q) + 1 || Number(q)) * 3 : h === '上半年' ? 6 : 12;
  return one(endOfMonth(date(`${year}-${String(month).padStart(2, '0')}-01`)));
}

function dayAlone({ d }: Record<string, string | undefined>, { today, prefer }: Day): Found {
  const { year, month } = partsOf(today);
  const wanted = count(d);
  if (!(wanted >= 1 && wanted <= 31)) return null;
  const here = tryDate(year, month, wanted);
  if (prefer === 'future' && here && here < today) {
    const next = partsOf(addMonths(startOfMonth(today), 1));
    return one(tryDate(next.year, next.month, wanted));
  }
  return one(here);
}
