import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { foldDigits } from './clean.ts';
import { shift } from './decimal-shift.ts';
import { type NumberSpan, readNumbers } from './number.ts';
import { COUNTER } from './words/counters.ts';
import { CURRENCIES } from './words/currencies.ts';

/** Money written in a text. `wan`: in 万 of the currency, exact; the lower bound of a range, whose upper one is `maxWan`. */
export interface AmountSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO 4217. CNY unless another one is named. */
  readonly currency: string;
  readonly wan: Decimal;
  readonly maxWan?: Decimal;
  /** 约, 余, 近, 多, 左右 … */
  readonly approximate: boolean;
  /** A minus or 负 stands before it. */
  readonly negative: boolean;
  /** Looks like an amount and is none (1.2.3万); `wan` is then "0". */
  readonly malformed: boolean;
  /** More digits than money has; `wan` is then "0". */
  readonly tooLarge: boolean;
}

const wordsOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$]/g, '\\$&'))
    .join('|');
const WORDS = wordsOf(Object.keys(CURRENCIES));
const BEHIND = new RegExp(`(\\s?多?余?)(${WORDS})(?![a-z])`, 'iy');
/** Every word but those that stand only behind a number. */
const NAMES = Object.keys(CURRENCIES).filter((word) => word.length > 1 || /[^元块圆刀欧镑]/.test(word));
const AHEAD = new RegExp(`(?<![\\d万亿千百元])(${wordsOf(NAMES)})(?:约|近)?\\s?$`, 'i');
/** With what such a word ends. */
const AHEAD_END = new RegExp(`[${[...new Set(NAMES.map((word) => word.at(-1)))].join('')}约近]\\s?$`, 'i');
const APPROXIMATELY =
  /(?:约|近|超过?|逾|大概|大约|不低于|不少于|达到?|预计|概算|接近|至少|上下|突破|过)\s*(?:人民币|rmb)?\s*$/i;
const ROUGHLY = /^\s?(?:元|美元|块)?\s?(?:左右|上下|以上|以内|多|余)/;
/** Money of a country that the list does not have is better left out than taken for yuan. */
const UNKNOWN_MONEY = /^(?:多|余)?(?!人民)[一-龥]{1,3}(?:币|克[朗郎]|法郎|先令|第纳尔|比索|盾)/;
/** 就业1万 */
const OF_PEOPLE = /(?:就业|用工|岗位|员工|工人)[^\d，,。；;\s]{0,3}$/;
/** 上亿, 数亿, 大几千万: a size without a number. */
const HEADLESS = /[数几上大成双]$/;

/**
 * Every amount of money of a text, in order. An amount has a scale (万, 亿, 千万 …) or names its currency; a bare number is
 * none, nor is one that counts things (1.2万吨). Linear in the length of the text.
 */
export function readAmounts(text: string): readonly AmountSpan[] {
  const folded = foldDigits(text);
  return amountsOf(text, folded, readNumbers(folded));
}

/** As {@link readAmounts}, where the text's numbers are read already. */
export function amountsOf(text: string, folded: string, numbers: readonly NumberSpan[]): readonly AmountSpan[] {
  return numbers.flatMap((number) => {
    const span = amountOf(text, folded, number);
    return span ? [span] : [];
  });
}

function amountOf(text: string, folded: string, number: NumberSpan): AmountSpan | null {
  const ahead = AHEAD_END.test(folded.slice(Math.max(0, number.start - 2), number.start))
    ? AHEAD.exec(folded.slice(Math.max(0, number.start - 8), number.start))
    : null;
  BEHIND.lastIndex = number.end;
  const behind = BEHIND.exec(folded);
  const named = behind && !(ahead && /^[元块圆]$/.test(behind[2] ?? '')) ? behind[2] : ahead?.[1];
  if (named === undefined && !number.scaled) return null;
  const end = behind ? number.end + behind[0].length : number.end;
  const rest = folded.slice(end, end + 6);
  const before = folded.slice(Math.max(0, number.start - 8), number.start);
  if (!behind && (COUNTER.test(rest) || UNKNOWN_MONEY.test(rest))) return null;
  if (behind?.[2] === '块' && /^[^\s,，。;；、钱]/.test(rest) && !/^[投到上]/.test(rest)) return null;
  if (!behind && rest.startsWith('级') && folded.charAt(number.end - 1) === '万') return null;
  if (!behind && !ahead && OF_PEOPLE.test(before)) return null;
  if (number.chinese && HEADLESS.test(before)) return null;
  if (folded.slice(number.start, number.end).includes('几')) return null;
  const round = /^[百千]/.test(folded.charAt(number.start));
  const start = number.start - (ahead && !behind ? ahead[0].length : number.negative ? 1 : 0);
  return {
    start,
    end,
    text: text.slice(start, end),
    currency: CURRENCIES[(named ?? '元').toLowerCase()] ?? 'CNY',
    wan: number.malformed || number.tooLarge ? decimal('0') : shift(number.low, -4),
    ...(number.high === null ? {} : { maxWan: shift(number.high, -4) }),
    approximate: number.vague || round || APPROXIMATELY.test(before) || ROUGHLY.test(rest),
    negative: number.negative,
    malformed: number.malformed,
    tooLarge: number.tooLarge,
  };
}
