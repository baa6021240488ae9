import { decimal } from '../money/decimal.ts';
import { exactNumber, exactText, readExact, ZERO } from '../money/exact.ts';
import type { UnitInput } from './board.ts';
import { evaluate } from './evaluate.ts';
import type { Scheme, SchemePeriod } from './scheme.ts';

/** Something a unit could add to its inputs, in steps: each step count adds that many times `adds`. */
export interface Move {
  readonly id: string;
  /** What one step adds, field by field. */
  readonly adds: Readonly<Record<string, number>>;
  /** Step counts to try, ascending. */
  readonly steps: readonly number[];
}

/** The smallest tried step count of a move that lifts the unit, what it adds (decimal text), and the rank it leads to. */
export interface Lift {
  readonly move: string;
  readonly steps: number;
  readonly adds: Readonly<Record<string, string>>;
  readonly rank: number;
}

const MOST_COUNT = 50;
const ROUND_AMOUNTS: readonly number[] = [
  ...multiples(100, 100),
  ...multiples(1_000, 100).slice(10),
  ...multiples(10_000, 100).slice(10),
  ...multiples(100_000, 100).slice(10),
];

function multiples(step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => step * (index + 1));
}

/** More of a count: 1, 2, 3 … 50. */
export const countMove = (field: string): Move => ({
  id: field,
  adds: { [field]: 1 },
  steps: multiples(1, MOST_COUNT),
});

/** More money in round amounts (万元 or 万美元): by the 100 to 1 0000, by the 1000 to 10 0000, and so on to 1000 0000. */
export const moneyMove = (field: string): Move => ({ id: field, adds: { [field]: 1 }, steps: ROUND_AMOUNTS });

/** For each move the smallest step that gives a better rank; moves that never do are left out. */
export function liftsOf(
  scheme: Scheme,
  units: readonly UnitInput[],
  index: number,
  rank: number,
  moves: readonly Move[],
  progress?: SchemePeriod['progress'],
): readonly Lift[] {
  const rankAfter = (move: Move, steps: number): number | null => {
    const moved = units.map((unit, at) => (at === index ? withMove(unit, move, steps) : unit));
    return evaluate(scheme, moved, progress).outcomes[index]?.rank ?? null;
  };
  return moves.flatMap((move) => {
    const found = smallestLift(move.steps, (steps) => rankAfter(move, steps), rank);
    return found ? [{ move: move.id, adds: addedBy(move, found.steps), ...found }] : [];
  });
}

/** Searches by halves: where a step lifts, greater ones do too (more never makes a rank worse). */
function smallestLift(
  steps: readonly number[],
  rankAfter: (steps: number) => number | null,
  rank: number,
): { readonly steps: number; readonly rank: number } | null {
  let best: { readonly steps: number; readonly rank: number } | null = null;
  let low = 0;
  let high = steps.length - 1;
  let middle = high;
  while (low <= high) {
    const count = steps[middle] ?? 0;
    const reached = rankAfter(count);
    const lifts = reached !== null && reached < rank;
    if (lifts) best = { steps: count, rank: reached };
    else if (best === null) return null;
    if (lifts) high = middle - 1;
    else low = middle + 1;
    middle = Math.floor((low + high) / 2);
  }
  return best;
}

const addedBy = (move: Move, steps: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(move.adds).map(([field, add]) => [field, exactText(exactNumber(add).mul(exactNumber(steps)))]),
  );

function withMove(unit: UnitInput, move: Move, steps: number): UnitInput {
  const changed = Object.entries(addedBy(move, steps)).map(([field, add]) => {
    const held = unit.inputs[field];
    const before = typeof held === 'number' || typeof held === 'string' ? readExact(held) : null;
    return [field, decimal(exactText((before ?? ZERO).add(readExact(add) ?? ZERO)))];
  });
  return { ...unit, inputs: { ...unit.inputs, ...Object.fromEntries(changed) } };
}
