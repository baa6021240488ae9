import { type Exact, exactNumber } from '../money/exact.ts';
import type { Board, Measure } from './board.ts';
import { lastReached } from './step.ts';
import type { NumberBy } from './value.ts';

/** What a parameter is for each unit: by its group, or by the last row reached; else `else`, or null when that is absent. */
export function parameterOf(parameter: NumberBy | undefined, absent: Exact | null, board: Board): Measure {
  if (parameter === undefined) return () => absent;
  if (typeof parameter === 'number') {
    const fixed = exactNumber(parameter);
    return () => fixed;
  }
  const otherwise = parameter.else === undefined ? null : exactNumber(parameter.else);
  if ('by_group' in parameter) {
    const groups = new Map(Object.entries(parameter.by_group).map(([group, value]) => [group, exactNumber(value)]));
    return ({ group }) => (group === null ? undefined : groups.get(group)) ?? otherwise;
  }
  const value = board.value(parameter.by);
  const rowAt = lastReached(parameter.rows.map((row) => ({ from: row.from, gives: exactNumber(row.value) })));
  return (unit) => {
    const seen = value(unit);
    return (seen === null ? null : rowAt(seen)) ?? otherwise;
  };
}
