import type { Decimal } from '../money/decimal.ts';
import { compare, exact, isZero, sum } from '../money/decimal.ts';
import type { Exact } from '../money/exact.ts';

/** The value of one unit; a rate with nothing below it has none. */
export interface UnitValue {
  readonly unitId: number;
  readonly unit: string;
  readonly group: string;
  readonly value: Exact | null;
}

/** Where a unit stands among its group by one figure, ties sharing the better place. */
export interface Place {
  readonly group: string;
  readonly place: number;
  readonly of: number;
}

/** Values from the best to the worst; what is not known stands last. */
export const fromBest = (values: readonly UnitValue[]): readonly UnitValue[] =>
  [...values].sort((a, b) => (b.value ?? BELOW).compare(a.value ?? BELOW));

const BELOW = exact(-1_000_000_000_000);

/** The place of a unit in its group; null where it has no value. */
export function placeOf(values: readonly UnitValue[], unitId: number): Place | null {
  const own = values.find((one) => one.unitId === unitId);
  if (!own?.value) return null;
  const { value, group } = own;
  const rivals = values.filter((one) => one.group === group);
  return {
    group,
    place: 1 + rivals.filter((one) => one.value !== null && one.value.compare(value) > 0).length,
    of: rivals.length,
  };
}

/** Units that have nothing. */
export const withNothing = (values: readonly UnitValue[]): readonly string[] =>
  values.filter(({ value }) => value === null || value.n === 0n).map(({ unit }) => unit);

/** A rate of sums, or a sum; null for a rate over nothing. */
export function wholeOf(over: readonly Decimal[], under: readonly Decimal[] | null): Exact | null {
  const top = sum(over);
  if (under === null) return exact(top);
  const bottom = sum(under);
  return isZero(bottom) || compare(bottom, '0' as Decimal) < 0 ? null : exact(top).div(exact(bottom));
}
