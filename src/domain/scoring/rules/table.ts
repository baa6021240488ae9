import { type Exact, exactNumber } from '../../money/exact.ts';
import { boolean, choice, list, may, need, number, positive, record } from '../shape.ts';
import { lastReached } from '../step.ts';
import { type Value, value } from '../value.ts';
import type { RuleKind } from './rule.ts';

/** The last row whose `from` is reached (≥), plus `each` for every `per` (1) above it; under the first row `below` (0). */
export interface Table {
  readonly kind: 'table';
  readonly value: Value;
  readonly rows: readonly TableRow[];
  readonly below?: number;
}

export interface TableRow {
  readonly from: number;
  readonly points: number;
  readonly each?: number;
  readonly per?: number;
  readonly whole?: boolean;
}

export const table: RuleKind<Table> = {
  shape: record<Table>({
    kind: need(choice('table')),
    value: need(value),
    rows: need(
      list(
        record<TableRow>({
          from: need(number),
          points: need(number),
          each: may(number),
          per: may(positive),
          whole: may(boolean),
        }),
        1,
      ),
    ),
    below: may(number),
  }),
  points: (rule, board) => {
    const value = board.value(rule.value);
    const rowAt = lastReached(rule.rows.map((row) => ({ from: row.from, gives: pointsOf(row) })));
    const below = exactNumber(rule.below ?? 0);
    return (unit) => {
      const seen = value(unit);
      return seen === null ? null : (rowAt(seen)?.(seen) ?? below);
    };
  },
};

function pointsOf(row: TableRow): (seen: Exact) => Exact {
  const points = exactNumber(row.points);
  if (row.each === undefined) return () => points;
  const [from, each, per] = [exactNumber(row.from), exactNumber(row.each), exactNumber(row.per ?? 1)];
  return (seen) => {
    const steps = seen.sub(from).div(per);
    return points.add(each.mul(row.whole ? steps.floor() : steps));
  };
}
