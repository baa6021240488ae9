import { least } from '../../money/exact.ts';
import { choice, list, need, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import { extreme } from './extreme.ts';
import type { MetricKind } from './metric.ts';

/** The smallest of the values; null when one of them is null. */
export interface Min {
  readonly kind: 'min';
  readonly of: readonly Value[];
}

export const min: MetricKind<Min> = {
  shape: record<Min>({ kind: need(choice('min')), of: need(list(value, 1)) }),
  measure: (metric, board) => extreme(metric.of, least, board),
};
