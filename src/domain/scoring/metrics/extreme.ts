import type { Exact } from '../../money/exact.ts';
import type { Board, Measure } from '../board.ts';
import type { Value } from '../value.ts';

/** The value that wins every comparison; null when one of them is null. */
export function extreme(of: readonly Value[], winner: (a: Exact, b: Exact) => Exact, board: Board): Measure {
  const parts = of.map(board.value);
  return (unit) => {
    let best: Exact | null = null;
    for (const part of parts) {
      const value = part(unit);
      if (value === null) return null;
      best = best === null ? value : winner(best, value);
    }
    return best;
  };
}
