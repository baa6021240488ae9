import { type Amount, add, type Decimal, type ForeignAmount } from '../money/decimal.ts';

/** What a unit is credited with in a span. Counts may be fractions where a project is shared. */
export interface UnitFacts {
  readonly signedCount: Decimal;
  readonly signedAmount: Amount;
  readonly landedCount: Decimal;
  readonly startedCount: Decimal;
  readonly producingCount: Decimal;
  readonly funds: Amount;
  readonly fixedAssets: Amount;
  readonly fdi: ForeignAmount;
}

const ZERO = '0' as Decimal;

/** A unit with nothing: a row of zeros, never a missing row. */
export const NO_FACTS: UnitFacts = {
  signedCount: ZERO,
  signedAmount: ZERO as Amount,
  landedCount: ZERO,
  startedCount: ZERO,
  producingCount: ZERO,
  funds: ZERO as Amount,
  fixedAssets: ZERO as Amount,
  fdi: ZERO as ForeignAmount,
};

/** The sum of several units' facts. */
export function totalFacts(all: Iterable<UnitFacts>): UnitFacts {
  let total = NO_FACTS;
  for (const facts of all) {
    total = {
      signedCount: add(total.signedCount, facts.signedCount),
      signedAmount: add(total.signedAmount, facts.signedAmount),
      landedCount: add(total.landedCount, facts.landedCount),
      startedCount: add(total.startedCount, facts.startedCount),
      producingCount: add(total.producingCount, facts.producingCount),
      funds: add(total.funds, facts.funds),
      fixedAssets: add(total.fixedAssets, facts.fixedAssets),
      fdi: add(total.fdi, facts.fdi),
    };
  }
  return total;
}

/** Facts of two stretches that do not overlap, together, by unit. */
export const joinFacts = (
  a: ReadonlyMap<number, UnitFacts>,
  b: ReadonlyMap<number, UnitFacts>,
): ReadonlyMap<number, UnitFacts> =>
  new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((unit) => [
      unit,
      totalFacts([a.get(unit) ?? NO_FACTS, b.get(unit) ?? NO_FACTS]),
    ]),
  );
