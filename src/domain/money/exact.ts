import Fraction from 'fraction.js';
import { round } from './decimal.ts';

/** An exact number of any kind: a rate, a share, points. Never a binary float. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);
export const HUNDRED: Exact = new Fraction(100);

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const FLOAT = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/;
const LONGEST_TEXT = 80;
const SHORT = /^-?\d+\.\d+$/;

/**
 * The exact number that was written: a JSON number is read through its own shortest text (0.1 is one tenth), a text must
 * be a plain decimal. Null for any other text, for NaN and for infinity.
 */
export function readExact(value: number | string | bigint): Exact | null {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return new Fraction(BigInt(value), 1n);
  const text = String(value);
  if (typeof value === 'number' && SHORT.test(text)) return shortDecimal(text);
  if (typeof value === 'string' && (text.length > LONGEST_TEXT || !PLAIN.test(text))) return null;
  const match = FLOAT.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '0', part = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${part}`.replace(/^\+/, ''));
  const shift = Number(exponent) - part.length;
  return shift >= 0 ? new Fraction(digits * 10n ** BigInt(shift), 1n) : new Fraction(digits, 10n ** BigInt(-shift));
}

/** "-12.34" without an exponent: by far the most of what is read. */
function shortDecimal(text: string): Exact {
  const point = text.indexOf('.');
  const places = text.length - point - 1;
  return new Fraction(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(places));
}

/** A number that the program itself holds as an exact one; RangeError for NaN and infinity. */
export function exactNumber(value: number | bigint): Exact {
  const exact = readExact(value);
  if (exact === null) throw new RangeError(`not a number: ${value}`);
  return exact;
}

/** Whether a value is an {@link Exact}. */
export const isExact = (value: unknown): value is Exact => value instanceof Fraction;

/** The total of all values, 0 for none. Reduced once at the end, so that long sums of odd fractions stay quick. */
export function sumExact(values: Iterable<Exact>): Exact {
  let over = 0n;
  let under = 1n;
  for (const { s, n, d } of values) {
    if (under % d === 0n) over += s * n * (under / d);
    else {
      over = over * d + s * n * under;
      under *= d;
    }
  }
  return new Fraction(over, under);
}

/** The smaller of two. */
export const least = (a: Exact, b: Exact): Exact => (a.compare(b) <= 0 ? a : b);
/** The greater of two. */
export const greatest = (a: Exact, b: Exact): Exact => (a.compare(b) >= 0 ? a : b);
/** a ÷ b, or null where b is 0. */
export const divide = (a: Exact, b: Exact): Exact | null => (b.n === 0n ? null : a.div(b));

const SIGNIFICANT = 30;
const LONGEST_EXPANSION = 60;

/**
 * The number as decimal text without trailing zeros: whole where the expansion ends within 60 places, else (1/3) cut to
 * 30 significant digits, 四舍五入.
 */
export function exactText(value: Exact): string {
  const places = expansion(value.d);
  return trim(round(value, places ?? Math.max(0, SIGNIFICANT - 1 - magnitude(value))));
}

function expansion(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n && twos <= LONGEST_EXPANSION; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n && fives <= LONGEST_EXPANSION; fives += 1) rest /= 5n;
  const places = Math.max(twos, fives);
  return rest === 1n && places <= LONGEST_EXPANSION ? places : null;
}

/** The power of ten of the first digit: 123 → 2, 0.04 → −2. */
function magnitude({ n, d }: Exact): number {
  const power = n.toString().length - d.toString().length;
  const reached = power >= 0 ? n >= d * 10n ** BigInt(power) : n * 10n ** BigInt(-power) >= d;
  return reached ? power : power - 1;
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
