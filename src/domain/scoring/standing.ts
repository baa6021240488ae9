import { type Exact, readExact } from '../money/exact.ts';
import type { Measure, Test, Unit } from './board.ts';
import { printed } from './rounding.ts';
import type { Rank, Show } from './scheme.ts';

/** A unit in its pool's order: its rank, how many are better, how many share its standing (itself included). */
export interface Standing {
  readonly unit: Unit;
  readonly rank: number;
  readonly better: number;
  readonly shared: number;
}

/** A key to rank by, with how it is printed where `compare: shown` asks for it. */
export interface Key {
  readonly measure: Measure;
  readonly order: 'desc' | 'asc';
  readonly show: Show | null;
}

/** How a pool is put in order; `isLast` keeps a unit below all who are not. */
export interface Order {
  readonly keys: readonly Key[];
  readonly ties: NonNullable<Rank['ties']>;
  readonly isLast: Test;
}

type Compared = Exact | null;
interface Row {
  readonly unit: Unit;
  readonly last: boolean;
  readonly values: readonly Compared[];
}

/** The ranking of a pool; units whose first key is null are not in it. Ties stand in the order given. */
export function standingsOf(units: readonly Unit[], order: Order): readonly Standing[] {
  const rows = units
    .map((unit) => ({ unit, last: order.isLast(unit), values: order.keys.map((key) => compared(key, unit)) }))
    .filter(({ values }) => values[0] !== null);
  const compare = comparing(order.keys);
  rows.sort((a, b) => compare(a, b) || a.unit.index - b.unit.index);
  return order.ties === 'sequence' ? rows.map(inSequence) : tied(rows, compare, order.ties === 'dense');
}

const inSequence = ({ unit }: Row, index: number): Standing => ({ unit, rank: index + 1, better: index, shared: 1 });

function tied(rows: readonly Row[], compare: (a: Row, b: Row) => number, dense: boolean): readonly Standing[] {
  const standings: Standing[] = [];
  let steps = 0;
  for (let start = 0; start < rows.length; ) {
    const first = rows[start];
    let end = start + 1;
    for (let next = rows[end]; first && next && compare(first, next) === 0; next = rows[end]) end += 1;
    steps += 1;
    const rank = dense ? steps : start + 1;
    for (const { unit } of rows.slice(start, end)) standings.push({ unit, rank, better: start, shared: end - start });
    start = end;
  }
  return standings;
}

function comparing(keys: readonly Key[]): (a: Row, b: Row) => number {
  return (a, b) => {
    if (a.last !== b.last) return a.last ? 1 : -1;
    for (const [index, { order }] of keys.entries()) {
      const sign = compareValues(a.values[index] ?? null, b.values[index] ?? null, order);
      if (sign !== 0) return sign;
    }
    return 0;
  };
}

/** Better first; not known after all that is known. */
function compareValues(a: Compared, b: Compared, order: 'desc' | 'asc'): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return order === 'asc' ? a.compare(b) : b.compare(a);
}

function compared({ measure, show }: Key, unit: Unit): Compared {
  const value = measure(unit);
  return value !== null && show ? readExact(printed(value, show)) : value;
}
