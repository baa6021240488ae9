import { type Exact, exactText } from '../money/exact.ts';
import type { Unit, UnitInput } from './board.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type Lift, liftsOf, type Move } from './lift.ts';
import { placesOf } from './pool.ts';
import type { Scheme, SchemePeriod } from './scheme.ts';

/** One item of a unit: its points and full marks as exact decimal text, and its place by points among the compared. */
export interface ItemExplained {
  readonly id: string;
  /** Null: the item does not apply to the unit. */
  readonly points: string | null;
  readonly full: string | null;
  readonly place: number | null;
}

/** Why a unit stands where it stands (我的排名、解释). */
export interface Explanation {
  readonly name: string;
  readonly rank: number | null;
  /** How many units are ranked in the same pool. */
  readonly ranked: number;
  readonly total: string | null;
  /** How much less than the next better total, exact; null for the first. */
  readonly behind: string | null;
  readonly items: readonly ItemExplained[];
  /** For each move that helps: the smallest repetition of it that lifts the unit at least one place. */
  readonly lifts: readonly Lift[];
}

export interface ExplainOptions {
  readonly progress?: SchemePeriod['progress'];
  /** What the unit could add; see lift.ts for the usual ones. None: no search. */
  readonly moves?: readonly Move[];
}

/** Explains one unit (by its place in the list); RangeError when there is none. */
export function explain(
  scheme: Scheme,
  units: readonly UnitInput[],
  index: number,
  { progress, moves = [] }: ExplainOptions = {},
): Explanation {
  const evaluation = evaluate(scheme, units, progress);
  const outcome = evaluation.outcomes[index];
  if (!outcome) throw new RangeError(`no unit ${index}`);
  const { unit, rank } = outcome;
  const pool = poolOf(scheme, evaluation, unit);
  const ranked = evaluation.outcomes.filter((one) => one.rank !== null && pool.includes(one.unit)).length;
  const total = scheme.items ? evaluation.figures.measure('total') : () => null;
  const own = total(unit);
  return {
    name: unit.name,
    rank,
    ranked,
    total: textOf(own),
    behind: textOf(own && gapUp(own, pool.map(total))),
    items: evaluation.items.map(({ item, measure }) => ({
      id: item.id,
      points: textOf(measure.points(unit)),
      full: textOf(measure.full(unit)),
      place: placesOf(pool, measure.points).get(unit.index)?.place ?? null,
    })),
    lifts: rank === null || rank === 1 ? [] : liftsOf(scheme, units, index, rank, moves, progress),
  };
}

const textOf = (value: Exact | null): string | null => (value === null ? null : exactText(value));

/** The units the ranking compares a unit with. */
function poolOf(scheme: Scheme, { board }: Evaluation, unit: Unit): readonly Unit[] {
  return scheme.rank?.within === 'group' ? board.units.filter(({ group }) => group === unit.group) : board.units;
}

/** The distance to the smallest of the greater totals. */
function gapUp(own: Exact, totals: readonly (Exact | null)[]): Exact | null {
  const gaps = totals.flatMap((one) => (one !== null && one.compare(own) > 0 ? [one.sub(own)] : []));
  return gaps.reduce<Exact | null>((least, gap) => (least === null || gap.compare(least) < 0 ? gap : least), null);
}
