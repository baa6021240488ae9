import { greatest, ZERO } from '../../money/exact.ts';
import { choice, need, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import type { MetricKind } from './metric.ts';

/** max(0, need − value): how many are missing, or, turned round, how many are over. */
export interface Shortfall {
  readonly kind: 'shortfall';
  readonly value: Value;
  readonly need: Value;
}

export const shortfall: MetricKind<Shortfall> = {
  shape: record<Shortfall>({ kind: need(choice('shortfall')), value: need(value), need: need(value) }),
  measure: (metric, board) => {
    const has = board.value(metric.value);
    const needs = board.value(metric.need);
    return (unit) => {
      const there = has(unit);
      const wanted = needs(unit);
      return there === null || wanted === null ? null : greatest(ZERO, wanted.sub(there));
    };
  },
};
