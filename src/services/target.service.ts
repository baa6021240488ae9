import { listUnits } from '../db/roster.repository.ts';
import { listTargets, putTarget } from '../db/target.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { Refusal } from '../domain/refusal.ts';
import { checkQuarters, quartersOfShares, type Target } from '../domain/target/target.ts';
import type { TargetReading } from '../reading/target.ts';
import type { Acting } from './acting.ts';
import { requireSetUp } from './roster.service.ts';
import type { OrgTx } from './transaction.ts';

/** The targets of a unit in a year. */
export const targetsOf = (tx: OrgTx, unitId: number, year: number): Promise<readonly Target[]> =>
  listTargets(tx, year, unitId);

/** Every assessed unit with its targets in a year, in official order. */
export async function targetsByUnit(
  tx: OrgTx,
  year: number,
): Promise<readonly { readonly unit: string; readonly targets: readonly Target[] }[]> {
  const targets = await listTargets(tx, year);
  const units = (await listUnits(tx)).filter((unit) => unit.assessed && unit.rankingGroup);
  return units.map((unit) => ({ unit: unit.name, targets: targets.filter(({ unitId }) => unitId === unit.id) }));
}

/**
 * 目标: sets a unit's target for a year (this one when not said). Refusals "target.quarters", "target.year",
 * "access.denied".
 */
export function setTarget(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'today' | 'org'>,
  unitId: number,
  reading: TargetReading,
): Promise<{ readonly target: Target; readonly was: Target | null }> {
  requireSetUp(acting, '目标');
  return putTarget(tx, targetFrom(unitId, reading, booksOf(acting.org.settings).taskYear(acting.today).year));
}

/** A reading as a target of a unit; quarters are checked. */
export function targetFrom(unitId: number, reading: TargetReading, thisYear: number): Omit<Target, 'id' | 'version'> {
  const year = reading.year ?? thisYear;
  if (Math.abs(year - thisYear) > 5) throw new Refusal('target.year', { year });
  const { annual, metric, quarters } = reading;
  const split = quarters
    ? quarters.percent
      ? quartersOfShares(annual, quarters.values)
      : checkQuarters(annual, quarters.values)
    : null;
  return { unitId, metric, year, annual, quarters: split };
}
