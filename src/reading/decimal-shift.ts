import { add, type Decimal } from '../domain/money/decimal.ts';

/** value × 10^places, exactly, by moving the point. `places` may be negative, then the value may not. */
export function shift(value: Decimal, places: number): Decimal {
  if (places === 0 || value === '0') return value;
  const point = value.indexOf('.');
  const whole = point < 0 ? value : value.slice(0, point);
  const part = point < 0 ? '' : value.slice(point + 1);
  if (places > 0) {
    const digits = part.padEnd(places, '0');
    return canonical(whole + digits.slice(0, places), digits.slice(places));
  }
  const digits = whole.padStart(1 - places, '0');
  return canonical(digits.slice(0, places), digits.slice(places) + part);
}

/** Digits before and behind the point, without zeros that say nothing. */
function canonical(whole: string, part: string): Decimal {
  let start = 0;
  while (start < whole.length - 1 && whole.charAt(start) === '0') start += 1;
  let end = part.length;
  while (end > 0 && part.charAt(end - 1) === '0') end -= 1;
  return (end === 0 ? whole.slice(start) : `${whole.slice(start)}.${part.slice(0, end)}`) as Decimal;
}

/** So many digits add up without loss. */
const SAFE = 15;

/** a + b, exactly. */
export const sum = (a: Decimal, b: Decimal): Decimal =>
  isSmallWhole(a) && isSmallWhole(b) ? (String(Number(a) + Number(b)) as Decimal) : add(a, b);

const isSmallWhole = (value: Decimal): boolean => value.length <= SAFE && !value.includes('.');
