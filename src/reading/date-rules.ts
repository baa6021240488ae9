import { addDays, addMonths, type CalendarDate, endOfMonth, partsOf, tryDate } from '../domain/calendar/date.ts';
import { addWorkdays } from '../domain/calendar/workday.ts';
import { readNumeral } from './chinese-number.ts';
import {
  choose,
  type DateContext,
  dayOfMonth,
  IMPOSSIBLE,
  monthDay,
  oneDay,
  type Resolved,
  stretch,
  weekdayIn,
  wholeMonth,
} from './date-resolve.ts';
import { nextHolidayEdge, readFestival } from './festival.ts';
import { FESTIVALS } from './words/festivals.ts';

/** One way of writing a day: where it is found, and which day it means. Null: not a day after all. */
export interface DateRule {
  readonly pattern: RegExp;
  /** The day itself, not only a month or a stretch such as 本周. */
  readonly exact: boolean;
  resolve(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null;
}

const N = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const COUNT = '\\d{1,3}|[一二两三四五六七八九十]{1,3}|半';
const BEFORE = '(?:之前|以前|前)?';
const YEAR = '(?<year>\\d{4}|[零〇一二三四五六七八九]{4}|\\d{2})\\s?年';
const YEAR_WORD = '(?<word>今年|本年|去年|上年|前年|明年|次年|后年|同年)\\s?的?';

const number = (text: string | undefined): number => {
  const value = text === undefined ? null : /^\d/.test(text) ? text : readNumeral(text);
  return value === null ? Number.NaN : Number(value);
};
const yearOf = (text: string): number => (text.length === 2 ? 2000 + number(text) : number(text));
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
const wordYear = (word: string, context: DateContext): number =>
  partsOf(context.today).year + (WORD_YEARS[word.charAt(0)] ?? 0);

function dayIn(groups: Readonly<Record<string, string | undefined>>, month: number, day: number, context: DateContext) {
  if (groups.year) return tryDate(yearOf(groups.year), month, day);
  if (groups.word) return tryDate(wordYear(groups.word, context), month, day);
  return monthDay(month, day, context);
}

/** 6月17日, 6月17-21日, 6月17日至7月2日, with or without a year. */
function fromMonthDay(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved {
  const from = dayIn(groups, number(groups.month), number(groups.day), context);
  if (from === null) return IMPOSSIBLE;
  if (groups.day2 === undefined) return oneDay(from);
  const start = partsOf(from);
  const month2 = groups.month2 === undefined ? start.month : number(groups.month2);
  const to = tryDate(start.year + (month2 < start.month ? 1 : 0), month2, number(groups.day2));
  return to === null ? IMPOSSIBLE : stretch(from, to);
}

const DAYS: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };
const weekday = (text: string): number => '一二三四五六日'.indexOf(text.replace(/[天末]/, '日')) + 1;

function fromWeekday(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved {
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

function fromRelativeMonth(
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

function fromNamedMonth(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null {
  const month = number(groups.month);
  if (month < 1 || month > 12) return null;
  const first = dayIn(groups, month, 1, context);
  if (first === null) return null;
  return groups.part === undefined ? wholeMonth(first) : partOfMonth(first, groups.part);
}

function fromQuarter(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null {
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

function fromYearPart(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null {
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

function fromDuration(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null {
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

function fromPoint(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null {
  const [month, day] = [number(groups.month), number(groups.day)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const found = dayIn(groups, month, day, context);
  return found === null ? IMPOSSIBLE : oneDay(found);
}

const WORKS = '签|召开|举行|举办|开工|开业|到位|到账|在|晚|上午|下午|去|来|的|从|前|拜访|考察|接待|对接|洽谈|谈';
const NAMES = Object.keys(FESTIVALS).join('|');

/** All ways of writing a day, the more telling first: where two overlap, the earlier one wins. */
export const DATE_RULES: readonly DateRule[] = [
  {
    exact: true,
    pattern:
      /(?<![\d.])(?<year>(?:19|20)\d\d)\s?(?<mark>[-./])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<day>\d{1,2})(?:\s?(?:-|~|至|到)\s?(?:(?<month2>\d{1,2})[-./月])?(?<day2>\d{1,2}))?(?![\d.万亿]\d?)\s?[日号]?(?:之前|以前|前)?/g,
    resolve: fromMonthDay,
  },
  {
    exact: true,
    pattern: new RegExp(
      `(?:(?<![\\d一二三四五六七八九十])(?:${YEAR}|${YEAR_WORD}))?\\s?(?<![\\d.一二三四五六七八九十第])(?<month>${N})\\s?月份?\\s?(?<day>${N})\\s?(?:[日号]\\s?)?(?:(?:-|~|至|到)+\\s?(?:(?<month2>${N})\\s?月\\s?)?(?<day2>${N})\\s?)?(?:[日号](?!线|楼)|(?=$|[\\s,，。;；:：]|前|之前|以前))${BEFORE}`,
      'g',
    ),
    resolve: fromMonthDay,
  },
  {
    exact: true,
    pattern: /(?<offset>大前|大后|前|昨|今|明|后)(?:天|日(?!头|后)|儿个?|早|晚)(?:之前|以前|前)?/g,
    resolve: (groups, context) => oneDay(addDays(context.today, DAYS[groups.offset ?? ''] ?? 0)),
  },
  {
    exact: true,
    pattern:
      /(?:(?<which>上上|下下|上|下|这|本)个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-7])(?![年期家季个]|\d(?!\d?[点时:]))(?<before>之前|以前|前)?/g,
    resolve: fromWeekday,
  },
  {
    exact: true,
    pattern: new RegExp(`(?<which>上个?月|本月|这个?月|当月|下个?月)\\s?(?<day>${N})\\s?[日号]${BEFORE}`, 'g'),
    resolve: fromRelativeMonth,
  },
  {
    exact: true,
    pattern: new RegExp(
      `(?<!\\d|第|[一二三四五六七八九十])(?<count>${COUNT})\\s?个?(?<unit>工作日|小时|天|日|周|星期|礼拜|月|年)(?:之|以)?(?<way>内|后|前)(?!期|年|续|三|两)`,
      'g',
    ),
    resolve: fromDuration,
  },
  {
    exact: true,
    pattern:
      /(?:(?<which>上个?月|本月|这个?月|当月|下个?月)\s?|(?<![个\d一二三四五六七八九十份]\s?)月)(?<part>底|末|初|中旬|上旬|下旬|中)(?:之前|以前|前)?/g,
    resolve: fromRelativeMonth,
  },
  {
    exact: false,
    pattern: /(?<which>上|本|这|下)个?月(?!\s?\d|亮)(?:之前|以前|前|内)?/g,
    resolve: fromRelativeMonth,
  },
  {
    exact: false,
    pattern: /(?<which>上上|下下|上|下|这|本)个?(?:周|星期|礼拜)(?:之?内|以内|前)?/g,
    resolve: (groups, context) => ({
      from: weekdayIn(context.today, WEEKS[groups.which ?? ''] ?? 0, 1),
      to: weekdayIn(context.today, WEEKS[groups.which ?? ''] ?? 0, 7),
    }),
  },
  {
    exact: true,
    pattern: new RegExp(
      `(?:(?:${YEAR}|${YEAR_WORD}))?(?<quarter>[一二三四1-4本上下])个?季度(?<part>末|底|前|内|结束前)?(?:之前|以前|前)?`,
      'g',
    ),
    resolve: fromQuarter,
  },
  {
    exact: true,
    pattern:
      /(?:(?<year>\d{4})年?|(?<word>今|本|去|明|后))?(?<part>年底|年末|年内|年中|上半年末|上半年底|上半年前)(?:之前|以前|前)?/g,
    resolve: fromYearPart,
  },
  {
    exact: true,
    pattern: new RegExp(
      `(?:${YEAR}|${YEAR_WORD})?(?<name>${NAMES})(?<suffix>节?(?:长假|假期|小长假|黄金周)?(?:之前|以前|前夕|前|之后|以后|后|期间|当天)?)`,
      'g',
    ),
    resolve: (groups, context) =>
      readFestival(
        groups.name ?? '',
        groups.suffix ?? '',
        groups.year ? yearOf(groups.year) : groups.word ? wordYear(groups.word, context) : null,
        context,
      ),
  },
  {
    exact: true,
    pattern: /(?<![春情])节(?<way>后|前)(?!期)/g,
    resolve: (groups, context) => nextHolidayEdge(groups.way === '前', context),
  },
  {
    exact: true,
    pattern: new RegExp(
      `(?<![\\d.月第/\\-])(?<day>\\d{1,2})(?:[日号])?(?:(?:-|~|至|到)(?<day2>\\d{1,2}))?[日号](?!楼|线|地|院|馆|厅|机|令|文|公|门|站|厂|车|仓|库|桥|井|产|均|本|企|元|用)${BEFORE}`,
      'g',
    ),
    resolve: (groups, context) => {
      const from = dayOfMonth(number(groups.day), context);
      if (from === null) return IMPOSSIBLE;
      if (groups.day2 === undefined) return oneDay(from);
      const { year, month } = partsOf(from);
      const to = tryDate(year, month, number(groups.day2));
      return to === null ? IMPOSSIBLE : stretch(from, to);
    },
  },
  {
    exact: true,
    pattern: new RegExp(
      `(?<=^|[\\s,，。;；:：])(?<month>\\d{1,2})[./](?<day>\\d{1,2})(?![\\d.%％万亿元吨米倍]|\\s[万亿元吨])(?=$|[\\s,，。;；前]|[\\u4e00-\\u9fff])${BEFORE}`,
      'g',
    ),
    resolve: fromPoint,
  },
  {
    exact: true,
    pattern: new RegExp(`(?<=[\\u4e00-\\u9fff])(?<month>\\d{1,2})\\.(?<day>\\d{1,2})(?=${WORKS})`, 'g'),
    resolve: fromPoint,
  },
  {
    exact: false,
    pattern: new RegExp(
      `(?:(?<![\\d])(?:${YEAR}|${YEAR_WORD}))?(?<![\\d.一二三四五六七八九十第个])(?<month>${N})\\s?月(?!\\s?\\d)份?(?<part>底|末|初|中旬|上旬|下旬)?${BEFORE}`,
      'g',
    ),
    resolve: fromNamedMonth,
  },
];
