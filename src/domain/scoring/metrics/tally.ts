import { exactNumber } from '../../money/exact.ts';
import { comparison } from '../condition.ts';
import { choice, list, need, number, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import type { MetricKind } from './metric.ts';

/** How many of the listed values pass the test (“五率中有两项第1”). Null compares as in conditions. */
export interface Tally {
  readonly kind: 'tally';
  readonly of: readonly Value[];
  readonly op: '==' | '!=' | '>' | '>=' | '<' | '<=';
  readonly than: number;
}

export const tally: MetricKind<Tally> = {
  shape: record<Tally>({
    kind: need(choice('tally')),
    of: need(list(value, 1)),
    op: need(choice('==', '!=', '>', '>=', '<', '<=')),
    than: need(number),
  }),
  measure: (metric, board) => {
    const parts = metric.of.map(board.value);
    const passes = comparison(metric.op, metric.than);
    return (unit) => exactNumber(parts.filter((part) => passes(part(unit))).length);
  },
};
