import { type Exact, exactNumber } from '../money/exact.ts';

/** Looks up the row with the greatest `from` that a value reaches (≥); null under the first. Rows in any order. */
export function lastReached<T>(
  rows: readonly { readonly from: number; readonly gives: T }[],
): (value: Exact) => T | null {
  const steps = rows
    .map(({ from, gives }) => ({ from: exactNumber(from), gives }))
    .sort((a, b) => a.from.compare(b.from));
  return (value) => steps.findLast((step) => value.compare(step.from) >= 0)?.gives ?? null;
}
