import { type Exact, exactNumber, ONE } from '../../money/exact.ts';
import { choice, may, need, numberOrNull, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import type { MetricKind } from './metric.ts';

/**
 * 同比增幅: now ÷ base − 1. A base of 0 gives `if_zero`, else null. Below 0 there is no rate: the formula of the scoring
 * reference would call a rise from −10 to 5 a fall of 150% and rank it last; the conventions (section 2) state both values
 * and no rate, and so do posts.
 */
export interface Growth {
  readonly kind: 'growth';
  readonly now: Value;
  readonly base: Value;
  readonly if_zero?: number | null;
}

export const growth: MetricKind<Growth> = {
  shape: record<Growth>({
    kind: need(choice('growth')),
    now: need(value),
    base: need(value),
    if_zero: may(numberOrNull),
  }),
  measure: (metric, board) => {
    const now = board.value(metric.now);
    const base = board.value(metric.base);
    const ifZero = typeof metric.if_zero === 'number' ? exactNumber(metric.if_zero) : null;
    return (unit) => {
      const current = now(unit);
      const former = base(unit);
      return current === null || former === null ? null : rate(current, former, ifZero);
    };
  },
};

function rate(now: Exact, base: Exact, ifZero: Exact | null): Exact | null {
  if (base.n === 0n) return ifZero;
  return base.s < 0n ? null : now.div(base).sub(ONE);
}
