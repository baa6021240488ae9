import { addDays, addMonths, type CalendarDate, endOfMonth, partsOf, tryDate } from '../domain/calendar/date.ts';
import { lunarToDate } from '../domain/calendar/holidays.ts';
import { addWorkdays } from '../domain/calendar/workday.ts';
import { readNumeral } from './chinese-number.ts';
import {
  choose,
  type DateContext,
  IMPOSSIBLE,
  monthDay,
  oneDay,
  type Resolved,
  stretch,
  weekdayIn,
  wholeMonth,
} from './date-resolve.ts';

/** A day, month or count in Arabic or Chinese digits; NaN where it is none. */
export const number = (text: string | undefined): number => {
  const value = text === undefined ? null : /^\d/.test(text) ? text : readNumeral(text);
  return value === null ? Number.NaN : Number(value);
};
/** A written year; two digits are of this century. */
export const yearOf = (text: string): number => (text.length === 2 ? 2000 + number(text) : number(text));
const WORD_YEARS: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  去: -1,
  上: -1,
  前: -2,
  明: 1,
  次: 1,
  后: 2,
  同: 0,
};
/** 今年, 去年, 明年 … as a year. */
export const wordYear = (word: string, context: DateContext): number =>
  partsOf(context.today).year + (WORD_YEARS[word.charAt(0)] ?? 0);

function dayIn(groups: Readonly<Record<string, string | undefined>>, month: number, day: number, context: DateContext) {
  if (groups.year) return tryDate(yearOf(groups.year), month, day);
  if (groups.word) return tryDate(wordYear(groups.word, context), month, day);
  return monthDay(month, day, context);
}

/** 6月17日, 6月17-21日, 6月17日至7月2日, with or without a year. */
export function fromMonthDay(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved {
  const from = dayIn(groups, number(groups.month), number(groups.day), context);
  if (from === null) return IMPOSSIBLE;
  if (groups.day2 === undefined) return oneDay(from);
  const start = partsOf(from);
  const month2 = groups.month2 === undefined ? start.month : number(groups.month2);
  const to = tryDate(start.year + (month2 < start.month ? 1 : 0), month2, number(groups.day2));
  return to === null ? IMPOSSIBLE : stretch(from, to);
}

/** 昨, 今, 明 … as days from today. */
export const DAYS: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };
/** 上, 本, 下 … as weeks from this one. */
export const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };
const weekday = (text: string): number => '一二三四五六日'.indexOf(text.replace(/[天末]/, '日')) + 1;

/** 周五, 下周三; 周五前 is never past. */
export function fromWeekday(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved {
  const day = /^[1-7]$/.test(groups.weekday ?? '') ? Number(groups.weekday) : weekday(groups.weekday ?? '');
  const which = groups.which?.replace('个', '');
  if (which) return oneDay(weekdayIn(context.today, WEEKS[which] ?? 0, day));
  const here = weekdayIn(context.today, 0, day);
  if (groups.before) return oneDay(here < context.today ? addDays(here, 7) : here);
  return oneDay(choose([addDays(here, -7), here, addDays(here, 7)], context) ?? here);
}

/** Which part of a month: 底, 中, 初, 上旬 … */
function partOfMonth(first: CalendarDate, part: string): Resolved {
  const { year, month } = partsOf(first);
  const day = (n: number) => tryDate(year, month, n) ?? first;
  if (/[底末]/.test(part)) return oneDay(endOfMonth(first));
  if (part === '上旬') return { from: first, to: day(10) };
  if (part === '中旬') return { from: day(11), to: day(20) };
  if (part === '下旬') return { from: day(21), to: endOfMonth(first) };
  if (part === '初') return { from: first, to: day(5) };
  return oneDay(day(15));
}

const MONTHS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 当: 0, 下: 1 };
const monthAt = (which: string | undefined, context: DateContext): CalendarDate =>
  addMonths(`${context.today.slice(0, 8)}01` as CalendarDate, MONTHS[which?.charAt(0) ?? '本'] ?? 0);

/** 本月底, 下个月5号, 上月. */
export function fromRelativeMonth(
  groups: Readonly<Record<string, string | undefined>>,
  context: DateContext,
): Resolved | null {
  const first = monthAt(groups.which, context);
  if (groups.day !== undefined) {
    const { year, month } = partsOf(first);
    const day = tryDate(year, month, number(groups.day));
    return day === null ? IMPOSSIBLE : oneDay(day);
  }
  if (groups.part !== undefined) return partOfMonth(first, groups.part);
  return groups.which === undefined ? null : wholeMonth(first);
}

/** 6月, 去年9月, 6月底. */
export function fromNamedMonth(
  groups: Readonly<Record<string, string | undefined>>,
  context: DateContext,
): Resolved | null {
  const month = number(groups.month);
  if (month < 1 || month > 12) return null;
  const resolve = (first: CalendarDate) =>
    groups.part === undefined ? wholeMonth(first) : partOfMonth(first, groups.part);
  if (groups.year || groups.word) {
    const first = dayIn(groups, month, 1, context);
    return first === null ? null : resolve(first);
  }
  const { year } = partsOf(context.today);
  const months = [year - 1, year, year + 1].flatMap((each) => tryDate(each, month, 1) ?? []).map(resolve);
  const edge = (stretch: Resolved) =>
    'impossible' in stretch ? null : context.prefer === 'future' ? stretch.to : stretch.from;
  const best = choose(months.map(edge), context);
  return months.find((each) => edge(each) === best) ?? null;
}

/** 农历八月十五, 正月初八, 五月初五: a day of the lunar calendar, with 廿 for twenty. */
export function fromLunar(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved {
  const named: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
  const month = named[groups.month ?? ''] ?? number(groups.month);
  const day = number((groups.day ?? '').replace('初', '').replace(/^廿/, '二十'));
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 30)) return IMPOSSIBLE;
  const { year } = partsOf(context.today);
  const found = choose(
    [year - 1, year, year + 1].map((each) => lunarToDate(each, month, day)),
    context,
  );
  return found === null ? IMPOSSIBLE : oneDay(found);
}

/** 二季度, 二季度末. */
export function fromQuarter(
  groups: Readonly<Record<string, string | undefined>>,
  context: DateContext,
): Resolved | null {
  const { year, month } = partsOf(context.today);
  const current = Math.ceil(month / 3);
  const steps: Readonly<Record<string, number>> = { 本: 0, 上: -1, 下: 1 };
  const step = steps[groups.quarter ?? ''];
  const index = step === undefined ? number(groups.quarter) : current + step;
  const base = groups.word ? wordYear(groups.word, context) : groups.year ? yearOf(groups.year) : year;
  const first = tryDate(base + Math.floor((index - 1) / 4), ((((index - 1) % 4) + 4) % 4) * 3 + 1, 1);
  if (first === null) return null;
  const last = endOfMonth(addMonths(first, 2));
  return groups.part ? oneDay(last) : { from: first, to: last };
}

/** 年底, 明年底, 年中. */
export function fromYearPart(
  groups: Readonly<Record<string, string | undefined>>,
  context: DateContext,
): Resolved | null {
  const base = groups.word
    ? wordYear(`${groups.word}年`, context)
    : groups.year
      ? yearOf(groups.year)
      : partsOf(context.today).year;
  const part = groups.part ?? '';
  const month = /中|上半年/.test(part) ? 6 : 12;
  const last = tryDate(base, month, month === 6 ? 30 : 31);
  return last === null ? null : oneDay(last);
}

/** 三天内, 两周后, 三个工作日内, 5天前. */
export function fromDuration(
  groups: Readonly<Record<string, string | undefined>>,
  context: DateContext,
): Resolved | null {
  const half = groups.count === '半';
  const count = half ? 0.5 : number(groups.count);
  if (!(count > 0)) return null;
  const sign = groups.way === '前' ? -1 : 1;
  const day = (days: number) => oneDay(addDays(context.today, sign * Math.round(days)));
  switch (groups.unit) {
    case '工作日':
      return half || count > 250 ? null : oneDay(addWorkdays(context.calendar, context.today, sign * count));
    case '小时':
      return day(count / 24 < 1 ? 0 : Math.ceil(count / 24));
    case '周':
    case '星期':
    case '礼拜':
      return day(count * 7);
    case '月':
      return half ? day(15) : oneDay(addMonths(context.today, sign * count));
    case '年':
      return count > 20 ? null : oneDay(addMonths(context.today, sign * count * 12));
    default:
      return day(count);
  }
}

/** 6.3, 6/3. */
export function fromPoint(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null {
  const [month, day] = [number(groups.month), number(groups.day)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const found = dayIn(groups, month, day, context);
  return found === null ? IMPOSSIBLE : oneDay(found);
}
