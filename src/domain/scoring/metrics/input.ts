import { readInput } from '../input.ts';
import { anything, choice, may, need, record, text } from '../shape.ts';
import type { MetricKind } from './metric.ts';

/** An input of the unit, or the default when it is null. */
export interface Input {
  readonly kind: 'input';
  readonly field: string;
  readonly default?: unknown;
}

export const input: MetricKind<Input> = {
  shape: record<Input>({ kind: need(choice('input')), field: need(text), default: may(anything) }),
  measure: (metric) => (unit) => readInput(unit, metric.field, metric.default ?? null),
};
