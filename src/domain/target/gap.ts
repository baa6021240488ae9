import { compare, type Decimal, exact, subtract, sum } from '../money/decimal.ts';
import type { Exact } from '../money/exact.ts';
import { paceAgainst } from './pace.ts';

/** Where a target stands and what it still takes. */
export interface Gap {
  readonly completion: Exact;
  /** Completion minus 序时进度. */
  readonly ahead: Exact;
  /** Still missing to the year's target; "0" when reached. */
  readonly missing: Decimal;
  /** Missing over the months that are left, this one included. */
  readonly monthly: Exact;
  readonly monthsLeft: number;
  /** Where the target is split by quarter: what should be there by this quarter's end. */
  readonly byQuarterEnd: Decimal | null;
}

const NOTHING = '0' as Decimal;

/** How far a target is from being reached, in the n-th month of its year. Null without a target. */
export function gapOf(
  done: Decimal,
  target: { readonly annual: Decimal; readonly quarters: readonly Decimal[] | null },
  pace: string,
  month: number,
): Gap | null {
  const stand = paceAgainst(done, target.annual, pace);
  if (!stand) return null;
  const left = subtract(target.annual, done);
  const missing = compare(left, NOTHING) > 0 ? left : NOTHING;
  const monthsLeft = 13 - month;
  return {
    ...stand,
    missing,
    monthsLeft,
    monthly: exact(missing).div(monthsLeft),
    byQuarterEnd: target.quarters ? sum(target.quarters.slice(0, Math.ceil(month / 3))) : null,
  };
}
