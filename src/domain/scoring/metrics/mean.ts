import { divide, exactNumber, ONE, sumExact } from '../../money/exact.ts';
import { choice, list, may, need, number, record } from '../shape.ts';
import { type Value, value, weighsEach } from '../value.ts';
import type { MetricKind } from './metric.ts';

/** Weighted mean of those that are not null; null when none is known or the weights left add up to 0. */
export interface Mean {
  readonly kind: 'mean';
  readonly of: readonly Value[];
  readonly weights?: readonly number[];
}

export const mean: MetricKind<Mean> = {
  shape: record<Mean>({ kind: need(choice('mean')), of: need(list(value, 1)), weights: may(list(number)) }, weighsEach),
  measure: (metric, board) => {
    const parts = metric.of.map((of, index) => ({
      measure: board.value(of),
      weight: exactNumber(metric.weights?.[index] ?? 1),
    }));
    return (unit) => {
      const seen = parts.flatMap(({ measure, weight }) => {
        const value = measure(unit);
        return value === null ? [] : [{ value: weight === ONE ? value : value.mul(weight), weight }];
      });
      return divide(sumExact(seen.map((one) => one.value)), sumExact(seen.map((one) => one.weight)));
    };
  },
};
