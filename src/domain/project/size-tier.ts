import { type Amount, compare } from '../money/decimal.ts';

/** The largest tier (万元, ascending list of bounds) that a planned investment reaches; null below the first or when unknown. */
export function sizeTier(investment: Amount | null, tiers: readonly string[]): Amount | null {
  if (investment === null) return null;
  return (tiers as readonly Amount[]).findLast((bound) => compare(investment, bound) >= 0) ?? null;
}
