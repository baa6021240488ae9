import { type Exact, greatest, least } from '../money/exact.ts';
import type { Measure, Unit } from './board.ts';
import type { Order } from './value.ts';

/** The known values of a pool. */
export const known = (units: readonly Unit[], measure: Measure): readonly Exact[] =>
  units.map(measure).filter((value) => value !== null);

/** The smallest and the greatest known value of a pool; null when none is known. */
export function boundsOf(
  units: readonly Unit[],
  measure: Measure,
): { readonly min: Exact; readonly max: Exact } | null {
  const values = known(units, measure);
  const [first] = values;
  return first ? { min: values.reduce(least, first), max: values.reduce(greatest, first) } : null;
}

/** A place in a pool: 1 + the number of better ones, and how many share it. */
export interface Place {
  readonly place: number;
  readonly shared: number;
}

/** The places of a pool by a measure, by unit index; who has no value has no place. */
export function placesOf(units: readonly Unit[], measure: Measure, order: Order = 'desc'): ReadonlyMap<number, Place> {
  const sign = order === 'desc' ? -1 : 1;
  const rows = units
    .flatMap((unit) => {
      const value = measure(unit);
      return value === null ? [] : [{ unit, value }];
    })
    .sort((a, b) => sign * a.value.compare(b.value));
  const places = new Map<number, Place>();
  for (let start = 0; start < rows.length; ) {
    const first = rows[start];
    let end = start + 1;
    while (first && rows[end]?.value.equals(first.value)) end += 1;
    for (const { unit } of rows.slice(start, end)) places.set(unit.index, { place: start + 1, shared: end - start });
    start = end;
  }
  return places;
}
