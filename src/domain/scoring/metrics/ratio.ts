import { divide, exactNumber } from '../../money/exact.ts';
import { choice, may, need, numberOrNull, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import type { MetricKind } from './metric.ts';

/** num ÷ den; a denominator of 0 gives `if_zero`, else null. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly num: Value;
  readonly den: Value;
  readonly if_zero?: number | null;
}

export const ratio: MetricKind<Ratio> = {
  shape: record<Ratio>({
    kind: need(choice('ratio')),
    num: need(value),
    den: need(value),
    if_zero: may(numberOrNull),
  }),
  measure: (metric, board) => {
    const num = board.value(metric.num);
    const den = board.value(metric.den);
    const ifZero = typeof metric.if_zero === 'number' ? exactNumber(metric.if_zero) : null;
    return (unit) => {
      const over = num(unit);
      const under = den(unit);
      return over === null || under === null ? null : (divide(over, under) ?? ifZero);
    };
  },
};
