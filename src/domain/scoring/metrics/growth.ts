import { type Exact, exactNumber, ONE } from '../../money/exact.ts';
import { choice, may, need, numberOrNull, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import type { MetricKind } from './metric.ts';

/** 同比增幅: now ÷ base − 1. A base of 0 gives `if_zero`, else null; below 0 there is no rate (conventions, 同比). */
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
