import { type Exact, exactNumber } from '../../money/exact.ts';
import { boundsOf } from '../pool.ts';
import { choice, may, need, number, record } from '../shape.ts';
import { type Order, order, type Value, value, type Within, within } from '../value.ts';
import type { RuleKind } from './rule.ts';

/**
 * 功效系数法: low (60) + (v − min) ÷ (max − min) × (high (100) − low) over the pool; with order asc the smallest gets
 * `high`. All equal, or alone: `flat` (high). Units without a value take no part in min and max.
 */
export interface Range {
  readonly kind: 'range';
  readonly value: Value;
  readonly low?: number;
  readonly high?: number;
  readonly within?: Within;
  readonly order?: Order;
  readonly flat?: number;
}

export const range: RuleKind<Range> = {
  shape: record<Range>({
    kind: need(choice('range')),
    value: need(value),
    low: may(number),
    high: may(number),
    within: may(within),
    order: may(order),
    flat: may(number),
  }),
  best: (rule) => rule.high ?? 100,
  points: (rule, board) => {
    const value = board.value(rule.value);
    const low = exactNumber(rule.low ?? 60);
    const high = exactNumber(rule.high ?? 100);
    const flat = exactNumber(rule.flat ?? rule.high ?? 100);
    const bounds = board.pool(rule.within, (units) => boundsOf(units, value));
    const share = (seen: Exact, { min, max }: { min: Exact; max: Exact }) =>
      (rule.order === 'asc' ? max.sub(seen) : seen.sub(min)).div(max.sub(min));
    return (unit) => {
      const seen = value(unit);
      const span = bounds(unit);
      if (seen === null || span === null) return null;
      return span.min.equals(span.max) ? flat : low.add(share(seen, span).mul(high.sub(low)));
    };
  },
};
