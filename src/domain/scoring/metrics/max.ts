import { greatest } from '../../money/exact.ts';
import { choice, list, need, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import { extreme } from './extreme.ts';
import type { MetricKind } from './metric.ts';

/** The greatest of the values; null when one of them is null. */
export interface Max {
  readonly kind: 'max';
  readonly of: readonly Value[];
}

export const max: MetricKind<Max> = {
  shape: record<Max>({ kind: need(choice('max')), of: need(list(value, 1)) }),
  measure: (metric, board) => extreme(metric.of, greatest, board),
};
