import {
  type Amount,
  type Area,
  compare,
  type Decimal,
  decimal,
  exact,
  type ForeignAmount,
  isZero,
  round,
} from '../domain/money/decimal.ts';
import { type Exact, HUNDRED } from '../domain/money/exact.ts';

/**
 * The one place where a figure is written (conventions, section 2): 亿元 from 1亿, 万元 below, at most two decimals; foreign
 * money in 万美元; land in 亩; rates with their own places; falls as 下降, never as a negative growth.
 */

const YI: Decimal = '10000' as Decimal;

/** Money in prose: "1.2亿元", "5000万元", "0.35万元". */
export function money(value: Amount): string {
  if (isFewYuan(value)) return `${trim(round(exact(value).mul(10000), 2))}元`;
  const small = round(exact(value), 2);
  const big = compare(decimal(small.replace(/^-/, '')), YI) >= 0;
  return big ? `${trim(round(exact(value).div(10000), 2))}亿元` : `${trim(small)}万元`;
}

/** Less than 0.005万元 would be written as nothing. */
const isFewYuan = (value: Amount): boolean =>
  !isZero(value) && compare(value.replace(/^-/, '') as Amount, '0.005' as Amount) < 0;

/** Exact 万元 inside a sentence of a report's model, written as money is: "增加 13200 万元" → "增加 1.32亿元". */
export const moneyIn = (words: string): string =>
  words.replace(/(\d+(?:\.\d+)?) 万元/g, (_, figure: string) => money(decimal<Amount>(figure)));

/** Money exactly as entered, for ledgers: every digit that was given, "12345.678901万元". */
export const moneyExact = (value: Amount): string => `${value}万元`;

/** Money for a column headed 亿元: always two decimals, "12.60". */
export const yi = (value: Amount | Decimal): string => round(exact(value).div(10000), 2);

/** Foreign money: "200万美元". */
export const foreignMoney = (value: ForeignAmount): string => `${trim(round(exact(value), 2))}万美元`;

const CURRENCY_NAMES = new Intl.DisplayNames('zh-CN', { type: 'currency' });

/** Money of any other currency, by its ISO 4217 code, given in 万 of it: "1500万英镑", "45亿日元". */
export function otherMoney(wan: Decimal, currency: string): string {
  const name = CURRENCY_NAMES.of(currency) ?? currency;
  const big = compare(wan, YI) >= 0;
  return `${trim(round(big ? exact(wan).div(10000) : exact(wan), 4))}${big ? '亿' : '万'}${name}`;
}

/** Land: "120亩". */
export const land = (value: Area): string => `${trim(round(exact(value), 2))}亩`;

/** A rate with its sign as percent: 0.8333 → "83.3%" (one place unless said). Null: "—". */
export const percent = (value: Exact | null, places = 1): string =>
  value === null ? '—' : `${round(value.mul(HUNDRED), places)}%`;

/** What part of funds came from outside the province: "（其中省外 3.2亿元，占 64.0%）"; nothing where that is not known. */
export function outsideWords(funds: Amount, outside: Amount | null | undefined): string {
  if (!outside || compare(funds, '0' as Amount) <= 0) return '';
  return `（其中省外 ${money(outside)}，占 ${percent(exact(outside).div(exact(funds)))}）`;
}

/** A difference of two rates in 个百分点, from unrounded values: "超 3.6 个百分点", "欠 2.8 个百分点", "持平". */
export function points(
  difference: Exact | null,
  words: { readonly over: string; readonly under: string } = { over: '超', under: '欠' },
  places = 1,
): string {
  if (difference === null) return '—';
  const text = round(difference.mul(HUNDRED).abs(), places);
  if (Number(text) === 0) return '持平';
  return `${difference.s > 0n ? words.over : words.under} ${text} 个百分点`;
}

/**
 * 同比 or 环比 in words: "同比增长 11.4%", "同比下降 8.92%". Base 0: "上年同期为0"; a negative base has no rate: both values.
 */
export function growth<Value extends Decimal>(
  now: Value,
  base: Value | null,
  label: '同比' | '环比' = '同比',
  places = 1,
  shown: (value: Value) => string = String,
): string {
  const former = label === '同比' ? '上年同期' : '上期';
  if (base === null) return `${former}无数据`;
  const was = exact(base);
  if (was.n === 0n) return `${former}为0`;
  if (was.s < 0n) return `${former}为 ${shown(base)}，本期为 ${shown(now)}`;
  const rate = exact(now).sub(was).div(was);
  const text = round(rate.mul(HUNDRED).abs(), places);
  if (Number(text) === 0) return `${label}持平`;
  return `${label}${rate.s > 0n ? '增长' : '下降'} ${text}%`;
}

/** Words that people typed, with the mobiles in them masked. */
export const maskedWords = (text: string): string =>
  text.replace(/(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, (mobile) => maskedMobile(mobile.replace(/\D/g, '')));

/** A mobile with its middle hidden: 138****0000. Anything shorter than eight digits is hidden whole. */
export function maskedMobile(mobile: string): string {
  return mobile.length < 8 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}

/** The change of a place: "↑2", "↓1", "–" for none or unknown. */
export const rankChange = (change: number | null): string =>
  !change ? '–' : change > 0 ? `↑${change}` : `↓${-change}`;

/** A place: "第3"; the last ones are also named from the end by callers with {@link fromLast}. */
export const rank = (place: number | null): string => (place === null ? '不排名' : `第${place}`);

/** "倒数第2". */
export const fromLast = (place: number, of: number): string => `倒数第${of - place + 1}`;

/** Text cut to a number of characters, with …. */
export const short = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text;

/** Names with 、 between them while they fit a number of characters; then how many there are: "城关镇、清河镇等 14 家". */
export function namesIn(names: readonly string[], length: number): string {
  let shown = names.length;
  while (shown > 1 && [...names.slice(0, shown).join('、')].length > length) shown -= 1;
  return `${names.slice(0, shown).join('、')}${shown < names.length ? `等 ${names.length} 家` : ''}`;
}

const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
