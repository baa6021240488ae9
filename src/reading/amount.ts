import { type Decimal, decimal, exact, toDecimal, tryDecimal } from '../domain/money/decimal.ts';
import { readNumeral } from './chinese-number.ts';
import { foldWidth } from './clean.ts';

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
  /** A minus stands before it. */
  readonly negative: boolean;
  /** Looks like an amount and is none (1.2.3万); `wan` is then "0". */
  readonly malformed: boolean;
  /** More digits than money has; `wan` is then "0". */
  readonly tooLarge: boolean;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  元人民币: 'CNY',
  块钱: 'CNY',
  块: 'CNY',
  元: 'CNY',
  圆: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  亿元: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  刀: 'USD',
  usd: 'USD',
  欧元: 'EUR',
  eur: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  hkd: 'HKD',
  日元: 'JPY',
  日圆: 'JPY',
  jpy: 'JPY',
  英镑: 'GBP',
  gbp: 'GBP',
  韩元: 'KRW',
  krw: 'KRW',
  新台币: 'TWD',
  台币: 'TWD',
  新元: 'SGD',
  新加坡元: 'SGD',
  澳元: 'AUD',
  加元: 'CAD',
  瑞士法郎: 'CHF',
};
const CURRENCY = Object.keys(CURRENCIES)
  .sort((a, b) => b.length - a.length)
  .join('|');
const DIGIT_NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\s?\.\s?\d+)*`;
const CHINESE_NUMBER = '[零〇一壹二贰两兩俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟点點]+';
const NUMBER = `(?:${DIGIT_NUMBER}|${CHINESE_NUMBER})`;
const VAGUE = '[多余來来几好]?';
const SCALE = `${VAGUE}\\s?个?(?:万亿|百亿|千亿|百万|千万|亿|億|万|萬|百|千)?${VAGUE}`;
const ONE = `(${NUMBER})\\s?(${SCALE})`;
const AMOUNT = new RegExp(
  `(?<sign>[-−])?(?<us>US\\$|\\$|¥)?\\s?${ONE}(?:\\s?(?:-|~|至|到)\\s?${ONE})?(?<tail>[零〇一二三四五六七八九]千?(?:[五])?(?![万亿千百\\d]))?\\s?(?<currency>${CURRENCY})?`,
  'gi',
);
const BEFORE = /(?:约|近|超过|超|逾|大概|大约|左右|不低于|不少于|达|预计|概算|接近)\s*$/;

/**
 * Every amount of money of a text, in order. An amount has a scale (万, 亿, 千万 …) or names its currency; a bare number is
 * none. Linear: each character belongs to one match.
 */
export function readAmounts(text: string): readonly AmountSpan[] {
  const folded = foldWidth(text);
  return [...folded.matchAll(AMOUNT)].flatMap((match) => {
    const span = spanOf(match, text, folded);
    return span ? [span] : [];
  });
}

function spanOf(match: RegExpMatchArray, text: string, folded: string): AmountSpan | null {
  const [whole, , , number = '', scale = '', number2, scale2] = match;
  const { sign, us, tail, currency } = match.groups ?? {};
  const start = match.index ?? 0;
  const finalScale = unitOf(scale2 ?? '') || unitOf(scale);
  const named = currency ?? us;
  if (!named && !/[万亿億萬]/.test(finalScale)) return null;
  if (/^[^\d]/.test(number) && !named && !finalScale) return null;
  const end = start + whole.trimEnd().length;
  if (!named && /^\s?(?:亩|平方|平米|㎡|吨|人|户|个|台|件|套|辆|千瓦|度|公里|米|斤|只|头|次)/.test(folded.slice(end)))
    return null;
  const base = {
    start,
    end,
    text: text.slice(start, end),
    currency: CURRENCIES[(currency ?? (us === undefined || us === '¥' ? '元' : '美元')).toLowerCase()] ?? 'CNY',
    approximate:
      /[多余来來几]/.test(scale + (scale2 ?? '')) || BEFORE.test(folded.slice(Math.max(0, start - 6), start)),
    negative: sign !== undefined && !/\d\s?$/.test(folded.slice(Math.max(0, start - 2), start)),
  };
  if (number.length > 24) return { ...base, wan: decimal('0'), malformed: false, tooLarge: true };
  const low = inWan(number, unitOf(scale) || finalScale, tail && !number2 ? tail : '');
  const high = number2 === undefined ? null : inWan(number2, unitOf(scale2 ?? '') || finalScale, '');
  if (low === null || (number2 !== undefined && high === null)) {
    return { ...base, wan: decimal('0'), malformed: true, tooLarge: false };
  }
  const range = high === null ? {} : { maxWan: high };
  return {
    ...base,
    ...range,
    wan: low,
    malformed: false,
    tooLarge: low.split('.')[0] !== undefined && low.length > 20,
  };
}

const unitOf = (scale: string): string =>
  scale
    .replace(/[\s多余來来几好个]/g, '')
    .replace('億', '亿')
    .replace('萬', '万');

/** 万 of the currency per unit. */
const WAN: Readonly<Record<string, string>> = {
  '': '0.0001',
  百: '0.01',
  千: '0.1',
  万: '1',
  百万: '100',
  千万: '1000',
  亿: '10000',
  百亿: '1000000',
  千亿: '10000000',
  万亿: '100000000',
};

function inWan(number: string, unit: string, tail: string): Decimal | null {
  const value = /^\d/.test(number) ? tryDecimal(number.replace(/[,\s]/g, '')) : readNumeral(number);
  const factor = WAN[unit];
  if (value === null || factor === undefined) return null;
  const tailValue = tail ? readNumeral(tail.replace(/千/, '')) : null;
  const extra = tailValue === null ? exact(0) : exact(tailValue).div(10);
  return toDecimal(
    exact(value)
      .add(extra)
      .mul(exact(decimal(factor))),
  );
}
