import { addDays, partsOf, tryDate } from '../domain/calendar/date.ts';
import {
  DAYS,
  fromDuration,
  fromLunar,
  fromMonthDay,
  fromNamedMonth,
  fromPoint,
  fromQuarter,
  fromRelativeMonth,
  fromWeekday,
  fromYearPart,
  number,
  WEEKS,
  wordYear,
  yearOf,
} from './date-forms.ts';
import { type DateContext, dayOfMonth, IMPOSSIBLE, oneDay, type Resolved, stretch, weekdayIn } from './date-resolve.ts';
import { nextHolidayEdge, readFestival } from './festival.ts';
import { FESTIVALS } from './words/festivals.ts';

/** One way of writing a day: where it is found, and which day it means. Null: not a day after all. */
export interface DateRule {
  readonly pattern: RegExp;
  /** One of these stands in every match, so a text without them is not searched. */
  readonly signs: string;
  /** A shorter pattern found wherever the whole one is, where the signs stand in most texts and the days in few. */
  readonly sure?: RegExp;
  /** The day itself, not only a month or a stretch such as 本周. */
  readonly exact: boolean;
  resolve(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Resolved | null;
}

const N = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const COUNT = '\\d{1,3}|[一二两三四五六七八九十]{1,3}|半';
const BEFORE = '(?:(?:早上|上午|中午|下午|晚上|晚|下班)?(?:\\s?\\d{1,2}[点时:](?:\\d{1,2}分?|半)?)?(?:之前|以前|前))?';
const YEAR = '(?<year>\\d{4}|[零〇一二三四五六七八九]{4}|\\d{2})\\s?年';
const YEAR_WORD = '(?<word>今年|本年|去年|上年|前年|明年|次年|后年|同年)\\s?的?';

const WORKS =
  '签|动|开|落|进|投产|点|揭|破土|推介|云签|奠|完成|注册|摘牌|拿地|获|取得|封顶|投产|奠基|挂牌|召开|举行|举办|开工|开业|到位|到账|在|晚|上午|下午|去|来|的|从|前|拜访|考察|接待|对接|洽谈|谈';
const NAMES = Object.keys(FESTIVALS).join('|');

/** All ways of writing a day, the more telling first: where two overlap, the earlier one wins. */
export const DATE_RULES: readonly DateRule[] = [
  {
    signs: '-./',
    exact: true,
    pattern:
      /(?<![\d.])(?<year>(?:19|20)\d\d)\s?(?<mark>[-./])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<day>\d{1,2})(?:\s?(?:-|~|至|到)\s?(?:(?<month2>\d{1,2})[-./月])?(?<day2>\d{1,2}))?(?![\d.万亿]\d?)\s?[日号]?(?:之前|以前|前)?/g,
    resolve: fromMonthDay,
  },
  {
    signs: '2',
    exact: true,
    pattern: /(?<!\d)(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d|[万亿元吨])/g,
    resolve: fromMonthDay,
  },
  {
    signs: '正冬腊初历',
    exact: true,
    pattern: new RegExp(
      `(?:(?:农历|阴历|旧历)\\s?(?<month>正|冬|腊|${N})|(?<month2>正|冬|腊)|(?<month3>${N})(?=月初))月(?<day>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[一二三]?十[一二三四五六七八九]?|(?<=历.{1,4}月)\\d{1,2})(?!个|家)(?:之前|以前|前)?`,
      'g',
    ),
    resolve: (groups, context) =>
      fromLunar({ ...groups, month: groups.month ?? groups.month2 ?? groups.month3 }, context),
  },
  {
    signs: '月',
    sure: /[\d一二三四五六七八九十]\s?月份?\s?[\d一二三四五六七八九十]/,
    exact: true,
    pattern: new RegExp(
      `(?:(?<![\\d一二三四五六七八九十])(?:${YEAR}|${YEAR_WORD}))?\\s?(?<![\\d.一二三四五六七八九十第])(?<month>${N})\\s?月份?\\s?(?<day>${N})\\s?(?:[日号]\\s?)?(?:(?:-|~|至|到)+\\s?(?:(?<month2>${N})\\s?月\\s?)?(?<day2>${N})\\s?)?(?:[日号](?!线|楼)|(?=$|[\\s,，。;；:：]|前|之前|以前|${WORKS}))${BEFORE}`,
      'g',
    ),
    resolve: fromMonthDay,
  },
  {
    signs: '天日儿早晚',
    exact: true,
    pattern:
      /(?<offset>大前|大后|前|昨|今|明|后)(?:天|日(?!头|后)|儿个?|早|晚|朝)(?:(?:早上|上午|中午|下午|晚上|晚|下班)?(?:\s?\d{1,2}[点时:](?:\d{1,2}分?|半)?)?(?:之前|以前|前))?/g,
    resolve: (groups, context) => oneDay(addDays(context.today, DAYS[groups.offset ?? ''] ?? 0)),
  },
  {
    signs: '周期拜',
    exact: true,
    pattern:
      /(?:(?<which>上上|(?<!一)下下|上|下|这|本)个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-7])(?![年期家季个]|\d(?!\d?[点时:]))(?<before>(?:早上|上午|中午|下午|晚上|晚|下班)?(?:\s?\d{1,2}[点时:](?:\d{1,2}分?|半)?)?(?:之前|以前|前))?/g,
    resolve: fromWeekday,
  },
  {
    signs: '月',
    exact: true,
    pattern: new RegExp(`(?<which>上个?月|本月|这个?月|当月|下个?月)\\s?(?<day>${N})\\s?[日号]${BEFORE}`, 'g'),
    resolve: fromRelativeMonth,
  },
  {
    signs: '班',
    exact: true,
    pattern: /(?:今天)?下班(?:之前|以前|前)/g,
    resolve: (_groups, context) => oneDay(context.today),
  },
  {
    signs: '内后前',
    exact: true,
    pattern: new RegExp(
      `(?<!\\d|第|[一二三四五六七八九十])(?<count>${COUNT})\\s?个?(?<unit>工作日|小时|天|日|周|星期|礼拜|月|年)(?:之|以)?(?<way>内|后|前)(?!期|年|续|三|两)`,
      'g',
    ),
    resolve: fromDuration,
  },
  {
    signs: '月',
    exact: true,
    pattern:
      /(?:(?<which>上个?月|本月|这个?月|当月|下个?月)\s?|(?<![个\d一二三四五六七八九十份]\s?)月)(?<part>底|末|初|中旬|上旬|下旬|中)(?:之前|以前|前)?/g,
    resolve: fromRelativeMonth,
  },
  {
    signs: '月',
    exact: false,
    pattern: /(?<which>上|本|这|下)个?月(?!\s?\d|亮)(?:之前|以前|前|内)?/g,
    resolve: fromRelativeMonth,
  },
  {
    signs: '周期拜',
    exact: false,
    pattern: /(?<which>上上|下下|上|下|这|本)个?(?:周|星期|礼拜)(?:之?内|以内|前)?/g,
    resolve: (groups, context) => ({
      from: weekdayIn(context.today, WEEKS[groups.which ?? ''] ?? 0, 1),
      to: weekdayIn(context.today, WEEKS[groups.which ?? ''] ?? 0, 7),
    }),
  },
  {
    signs: '季',
    exact: true,
    pattern: new RegExp(
      `(?:(?:${YEAR}|${YEAR_WORD}))?(?<quarter>[一二三四1-4本上下])个?季度(?<part>末|底|前|内|结束前)?(?:之前|以前|前)?`,
      'g',
    ),
    resolve: fromQuarter,
  },
  {
    signs: '年上',
    sure: /年[底末内中]|上半年/,
    exact: true,
    pattern:
      /(?:(?<year>\d{4})年?|(?<word>今|本|去|明|后))?(?<part>年底|年末|年内|年中|上半年末|上半年底|上半年前)(?:之前|以前|前)?/g,
    resolve: fromYearPart,
  },
  {
    signs: '节旦夕元春庆阳一秋午明',
    sure: new RegExp(NAMES),
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
    signs: '节',
    exact: true,
    pattern: /(?<![春情])节(?<way>后|前)(?!期)/g,
    resolve: (groups, context) => nextHolidayEdge(groups.way === '前', context),
  },
  {
    signs: '日号',
    exact: true,
    pattern: new RegExp(
      `(?<![\\d.月第/\\-一二三四五六七八九十]|号、)(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=号[签开动拍去来]))(?:[日号])?(?:(?:-|~|至|到)(?<day2>\\d{1,2}))?[日号](?!、?\\d{1,2}号|楼|线|地|院|馆|厅|机|令|文|公|门|站|厂|车|仓|库|桥|井|产|均|本|企|元|用)${BEFORE}`,
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
    signs: './',
    exact: true,
    pattern: new RegExp(
      `(?<=^|[\\s,，。;；:：!！])(?<month>\\d{1,2})[./](?<day>\\d{1,2})(?!\\s?[到至]\\s?\\d|[\\d.%％万亿元吨米倍个]|\\s[万亿元吨个])(?=$|[\\s,，。;；前]|[\\u4e00-\\u9fff])${BEFORE}`,
      'g',
    ),
    resolve: fromPoint,
  },
  {
    signs: './',
    exact: true,
    pattern: new RegExp(`(?<=[\\u4e00-\\u9fff])(?<month>\\d{1,2})[./](?<day>\\d{1,2})(?=${WORKS})`, 'g'),
    resolve: fromPoint,
  },
  {
    signs: '月',
    sure: /[\d一二三四五六七八九十]\s?月/,
    exact: false,
    pattern: new RegExp(
      `(?:(?<![\\d])(?:${YEAR}|${YEAR_WORD}))?(?<![\\d.一二三四五六七八九十第个])(?<month>${N})\\s?月(?!\\s?\\d)份?(?<part>底|末|初|中旬|上旬|下旬)?${BEFORE}`,
      'g',
    ),
    resolve: fromNamedMonth,
  },
];
