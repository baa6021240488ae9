import Fraction from 'fraction.js';

/**
 * An exact decimal, kept as canonical text ("12000", "0.5", "-3"), so that it survives JSON and PostgreSQL's numeric
 * unchanged. Never a binary float.
 */
export type Decimal = string & { readonly __decimal: true };

/** Money in 万元 RMB. Cannot be mixed with 万美元 or 亩: the unit is part of the type. */
export type Amount = Decimal & { readonly __unit: '万元' };

/** Foreign money in 万美元. */
export type ForeignAmount = Decimal & { readonly __unit: '万美元' };

/** Land in 亩. */
export type Area = Decimal & { readonly __unit: '亩' };

/** How a value is cut: 四舍五入 (the default of nearly every notice), banker's, truncated, away from zero. */
export type RoundingMode = 'half_up' | 'half_even' | 'down' | 'up';

const CANONICAL = /^(?:0|[1-9]\d{0,14})$/;
const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** Canonical form of decimal text; null when the text is no plain decimal ("1.2.3", "NaN", "1e5", ""). */
export function tryDecimal<T extends Decimal = Decimal>(text: string | number | bigint): T | null {
  const raw = String(text);
  if (CANONICAL.test(raw)) return raw as T;
  if (raw.length > 80 || !DECIMAL.test(raw)) return null;
  const negative = raw.startsWith('-');
  const [whole = '0', part = ''] = raw.replace(/^[+-]/, '').split('.');
  const head = whole.replace(/^0+(?=\d)/, '');
  const tail = part.replace(/0+$/, '');
  const body = tail ? `${head}.${tail}` : head;
  return (negative && body !== '0' ? `-${body}` : body) as T;
}

/** Like {@link tryDecimal}, for text that the program itself wrote: a wrong one is a fault (RangeError). */
export function decimal<T extends Decimal = Decimal>(text: string | number | bigint): T {
  const value = tryDecimal<T>(text);
  if (value === null) throw new RangeError(`not a decimal: ${String(text).slice(0, 40)}`);
  return value;
}

/** An amount in 万元. */
export const amount = (text: string | number | bigint): Amount => decimal<Amount>(text);
/** An amount in 万美元. */
export const foreignAmount = (text: string | number | bigint): ForeignAmount => decimal<ForeignAmount>(text);
/** An area in 亩. */
export const area = (text: string | number | bigint): Area => decimal<Area>(text);

/** A decimal as an exact fraction, for rates and points. */
export const exact = (value: Decimal | bigint | number): Fraction => new Fraction(value);

/** a + b, in the same unit. */
export const add = <T extends Decimal>(a: T, b: NoInfer<T>): T => toDecimal<T>(exact(a).add(exact(b)));
/** a − b, in the same unit. */
export const subtract = <T extends Decimal>(a: T, b: NoInfer<T>): T => toDecimal<T>(exact(a).sub(exact(b)));
/** −a, in the same unit. */
export const negate = <T extends Decimal>(a: T): T => decimal<T>(a.startsWith('-') ? a.slice(1) : `-${a}`);
/** The total of all values, "0" for none. */
export const sum = <T extends Decimal>(values: readonly T[]): T =>
  toDecimal<T>(values.reduce((total, value) => total.add(exact(value)), new Fraction(0)));
/** −1, 0 or 1. */
export const compare = <T extends Decimal>(a: T, b: NoInfer<T>): number => exact(a).compare(exact(b));
/** Whether the value is exactly 0. */
export const isZero = (value: Decimal): boolean => value === '0';
/** Whether the value is below 0. */
export const isNegative = (value: Decimal): boolean => value.startsWith('-');

/** A fraction whose expansion ends (denominator of 2s and 5s only) as a decimal; RangeError for any other, e.g. 1/3. */
export function toDecimal<T extends Decimal = Decimal>(value: Fraction): T {
  let denominator = value.d;
  let places = 0;
  let scale = 1n;
  while (denominator !== 1n) {
    scale *= 10n;
    places += 1;
    denominator = value.d / gcd(value.d, scale);
    if (places > 60) throw new RangeError(`no finite decimal: ${value.toFraction()}`);
  }
  return place<T>(value.s * value.n * (scale / value.d), places);
}

/** The fraction cut to a number of places, trailing zeros kept ("83.30"): the only place where a figure is rounded. */
export function round(value: Fraction, places: number, mode: RoundingMode = 'half_up'): string {
  const scaled = value.n * 10n ** BigInt(places);
  const floor = scaled / value.d;
  const rest = scaled % value.d;
  const digits = floor + (roundsAway(rest, value.d, floor, mode) ? 1n : 0n);
  const text = digits.toString().padStart(places + 1, '0');
  const sign = value.s < 0n && digits !== 0n ? '-' : '';
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

function roundsAway(rest: bigint, unit: bigint, floor: bigint, mode: RoundingMode): boolean {
  if (rest === 0n) return false;
  switch (mode) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'half_up':
      return rest * 2n >= unit;
    case 'half_even':
      return rest * 2n > unit || (rest * 2n === unit && floor % 2n === 1n);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

function place<T extends Decimal>(digits: bigint, places: number): T {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(places + 1, '0');
  const body = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return decimal<T>(negative ? `-${body}` : body);
}
