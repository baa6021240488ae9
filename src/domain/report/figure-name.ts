import type { Books } from '../calendar/books.ts';
import type { CalendarDate } from '../calendar/date.ts';
import { type Amount, amount, exact, toDecimal } from '../money/decimal.ts';

/**
 * Names of figures as schemes write them: a metric and, after slashes, what narrows it ("signed_count/1亿以上/省外",
 * "到位资金/上年同期", "开工率/上年起/宽限3个月"). The metric is named by its English or its Chinese name.
 */
export interface FigureName {
  readonly text: string;
  readonly metric: string;
  readonly narrows: readonly Narrow[];
  readonly stretch: Stretch;
  /** Rates: which signings are looked at; null = as the metric says. */
  readonly since: Since | null;
  /** Rates: signings of the last months are left out; null = as the metric says. */
  readonly graceMonths: number | null;
}

/** One condition on what is counted. Sizes are planned total investment, 万元, `below` exclusive. */
export type Narrow =
  | { readonly by: 'size'; readonly from: Amount | null; readonly below: Amount | null }
  | { readonly by: 'type'; readonly is: string }
  | { readonly by: 'origin'; readonly in: readonly string[] }
  | { readonly by: 'chain'; readonly is: string | null }
  | { readonly by: 'method'; readonly is: string }
  | { readonly by: 'kind'; readonly is: string }
  | { readonly by: 'level'; readonly is: string };

/**
 * Which days: from the year's start to the period's end (when nothing is said), the period alone, its last month alone,
 * the first of these a year earlier as it is known today, or as it was known at the same time last year.
 */
export type Stretch = 'cumulative' | 'period' | 'month' | 'last-year' | 'last-year-then';

/** Signings since this year's start, since last year's start, or since ever. */
export type Since = 'year' | 'last-year' | 'ever';

const STRETCHES: Readonly<Record<string, Stretch>> = {
  累计: 'cumulative',
  本期: 'period',
  本月: 'month',
  上年同期: 'last-year',
  上年同期原报: 'last-year-then',
};
const SINCE: Readonly<Record<string, Since>> = { 今年签约: 'year', 上年起: 'last-year', 历年: 'ever' };
const ORIGINS: Readonly<Record<string, readonly string[]>> = {
  本地: ['local'],
  市外: ['province', 'outside', 'overseas'],
  省内: ['local', 'province'],
  省外: ['outside', 'overseas'],
  境外: ['overseas'],
};
const TYPES = ['内资', '外资', '增资扩产', '返程投资', '总部回归'];
const KINDS = ['外出招商', '来访接待', '推介会', '签约仪式', '走访企业', '恳谈会', '企业服务日', '商协会对接'];
const LEVELS = ['党政主要领导', '分管领导', '部门负责人', '招商人员'];
const WAN: Readonly<Record<string, number>> = { 万: 1, 亿: 10_000 };

/** The name read; null when one of the words after a slash says nothing. */
export function readFigureName(text: string): FigureName | null {
  const [metric = '', ...words] = text.split('/').map((word) => word.trim());
  let found: FigureName = { text, metric, narrows: [], stretch: 'cumulative', since: null, graceMonths: null };
  for (const word of words) {
    const more = readWord(word);
    if (!more) return null;
    found = { ...found, ...more, narrows: [...found.narrows, ...(more.narrows ?? [])] };
  }
  return found;
}

function readWord(word: string): Partial<FigureName> | null {
  const stretch = STRETCHES[word];
  if (stretch) return { stretch };
  const since = SINCE[word];
  if (since) return { since };
  const grace = /^宽限(\d{1,2})个月$/.exec(word);
  if (grace) return { graceMonths: Number(grace[1]) };
  const narrow = readNarrow(word);
  return narrow && { narrows: [narrow] };
}

function readNarrow(word: string): Narrow | null {
  const origins = ORIGINS[word];
  if (origins) return { by: 'origin', in: origins };
  if (TYPES.includes(word)) return { by: 'type', is: word };
  if (KINDS.includes(word)) return { by: 'kind', is: word };
  if (LEVELS.includes(word)) return { by: 'level', is: word };
  if (word === '有产业链') return { by: 'chain', is: null };
  const named = /^(产业链|方式)[=＝](.+)$/.exec(word);
  if (named?.[1] && named[2]) return { by: named[1] === '方式' ? 'method' : 'chain', is: named[2] };
  return readSize(word);
}

function readSize(word: string): Narrow | null {
  const one = /^(\d+(?:\.\d+)?)(万|亿)元?(以上|以下)$/.exec(word);
  if (one?.[1] && one[2]) {
    const bound = wan(one[1], one[2]);
    return one[3] === '以上' ? { by: 'size', from: bound, below: null } : { by: 'size', from: null, below: bound };
  }
  const two = /^(\d+(?:\.\d+)?)(万|亿)?[-—~至](\d+(?:\.\d+)?)(万|亿)元?$/.exec(word);
  if (!two?.[1] || !two[3] || !two[4]) return null;
  return { by: 'size', from: wan(two[1], two[2] ?? two[4]), below: wan(two[3], two[4]) };
}

const wan = (digits: string, scale: string): Amount => toDecimal<Amount>(exact(amount(digits)).mul(WAN[scale] ?? 1));

/** A stretch of days and the instant up to which what was verified is known. */
export interface KnownSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cutOff: Date;
  /** A stretch that is over, looked at with today's knowledge: 补报 stands where it happened, not where it is booked. */
  readonly hindsight?: boolean;
}

/** What a report is about: the year so far (cumulative), and the period alone. */
export interface Frame {
  readonly cumulative: KnownSpan;
  readonly periodFrom: CalendarDate;
}

/** The days a stretch means within a frame, in the office's books. */
export function spanOf(stretch: Stretch, { cumulative, periodFrom }: Frame, books: Books): KnownSpan {
  switch (stretch) {
    case 'cumulative':
      return cumulative;
    case 'period':
      return { ...cumulative, from: periodFrom };
    case 'month':
      return { ...cumulative, from: books.holding('month', cumulative.to).from };
    case 'last-year':
      return { ...books.yearEarlier(cumulative), hindsight: true };
    case 'last-year-then':
      return { ...books.yearEarlier(cumulative), cutOff: yearEarlier(cumulative.cutOff) };
  }
}

/** The same clock a year earlier (29 February: 1 March). */
export function yearEarlier(instant: Date): Date {
  const then = new Date(instant);
  then.setUTCFullYear(then.getUTCFullYear() - 1);
  return then;
}
