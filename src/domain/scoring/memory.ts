import type { Exact } from '../money/exact.ts';
import type { Measure } from './board.ts';

/** The same figure, each unit's worked out once. */
export function remembered(measure: Measure, count: number): Measure {
  const seen: (Exact | null | undefined)[] = new Array(count);
  return (unit) => {
    const before = seen[unit.index];
    if (before !== undefined) return before;
    const value = measure(unit);
    seen[unit.index] = value;
    return value;
  };
}
