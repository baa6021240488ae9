import { add, type Decimal, decimal } from '../domain/money/decimal.ts';

/** value × 10^places, exactly, by moving the point. `places` may be negative. */
export function shift(value: Decimal, places: number): Decimal {
  if (places === 0) return value;
  const [whole = '0', part = ''] = value.split('.');
  if (places > 0) {
    const digits = part.padEnd(places, '0');
    return decimal(`${whole}${digits.slice(0, places)}.${digits.slice(places)}0`);
  }
  const digits = whole.padStart(1 - places, '0');
  return decimal(`${digits.slice(0, places)}.${digits.slice(places)}${part}`);
}

/** a + b, exactly. */
export const sum = (a: Decimal, b: Decimal): Decimal => add(a, b);
