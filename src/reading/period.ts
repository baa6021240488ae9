import { type Books, CALENDAR } from '../domain/calendar/books.ts';
import { addMonths, type CalendarDate, date, partsOf, startOfMonth } from '../domain/calendar/date.ts';
import {
  halfOf,
  monthOf,
  type Period,
  parsePeriod,
  quarterOf,
  yearOf,
  yearToMonth,
} from '../domain/calendar/period.ts';
import { readNumeral } from './chinese-number.ts';
import { foldWidth } from './clean.ts';

/**
 * The period a text names: 5月, 1-5月, 2026年5月, 2026-05, 上月, 本月, 一季度, 前三季度, 上半年, 今年, 去年, 2026年, 2026-Q2. Years that are not
 * said are the ones that have begun. Its days are those of the books. Null when it names none.
 */
export function readPeriod(
  text: string,
  today: CalendarDate,
  books: Books = CALENDAR,
): { readonly period: Period; readonly text: string } | null {
  const folded = foldWidth(text);
  const at = monthDay(today, books);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(folded);
    const period = match && read(match.groups ?? {}, at);
    if (match && period) {
      return { period: books.span(period), text: text.slice(match.index, match.index + match[0].length) };
    }
  }
  return null;
}

/** A day of the month in whose books today is: on 28 June, cut on the 25th, one of July. */
function monthDay(today: CalendarDate, books: Books): CalendarDate {
  const { key } = books.holding('month', today);
  return today.startsWith(key) ? today : date(`${key}-01`);
}

type Groups = Readonly<Record<string, string | undefined>>;

const FORMS: readonly (readonly [RegExp, (groups: Groups, today: CalendarDate) => Period | null])[] = [
  [/(?<key>(?<!\d)(?:19|20)\d\d-(?:Q[1-4]|H[12]|W\d\d|\d\d))(?!\d)/i, ({ key = '' }) => parsePeriod(key.toUpperCase())],
  [
    /(?:(?<y>(?:19|20)\d\d|今|去)年)?前(?<n>[一二两三1-3])个?季度?/,
    ({ y, n = '' }, today) => yearToMonth(day(yearOfWord(y, today), 3 * (Number(n) || '一二三'.indexOf(n) + 1 || 2))),
  ],
  [
    /(?:(?<y>(?:19|20)\d\d|今|去)年)?第?(?<q>[一二三四1-4])季度?/,
    ({ y, q = '' }, today) =>
      quarterOf(day(yearOfWord(y, today), (('一二三四'.indexOf(q) + 1 || Number(q)) - 1) * 3 + 1)),
  ],
  [
    /(?:(?<y>(?:19|20)\d\d|今|去)年)?(?<h>上半年|下半年|半年)/,
    ({ y, h }, today) => halfOf(day(yearOfWord(y, today), h === '下半年' ? 7 : 1)),
  ],
  [
    /(?:(?<y>\d{4}|今|去)年)?1\s*[-—–~～至到]\s*(?<m>\d{1,2})月(?:份)?(?:累计)?/,
    ({ y, m = '' }, today) => {
      const found = ofMonth(y, m, today);
      return found && yearToMonth(found.from);
    },
  ],
  [
    /(?<w>上个?月|本月|这个月|当月)/,
    ({ w = '' }, today) => monthOf(w.startsWith('上') ? addMonths(startOfMonth(today), -1) : today),
  ],
  [
    /(?:(?<y>(?:19|20)\d\d|今|去)年)?(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?/,
    ({ y, m = '' }, today) => ofMonth(y, m, today),
  ],
  [/(?<y>(?:19|20)\d\d|今|去|全)年度?/, ({ y }, today) => yearOf(day(yearOfWord(y, today), 1))],
];

const day = (year: number, month: number): CalendarDate => date(`${year}-${String(month).padStart(2, '0')}-01`);

function yearOfWord(word: string | undefined, today: CalendarDate): number {
  const { year } = partsOf(today);
  return word === '去' ? year - 1 : word && /^\d{4}$/.test(word) ? Number(word) : year;
}

function ofMonth(year: string | undefined, month: string, today: CalendarDate): Period | null {
  const number = /^\d+$/.test(month) ? Number(month) : Number(readNumeral(month) ?? 0);
  if (number < 1 || number > 12) return null;
  const found = monthOf(day(yearOfWord(year, today), number));
  return !year && found.from > today ? monthOf(addMonths(found.from, -12)) : found;
}
