import { type Exact, exactNumber, sumExact } from '../../money/exact.ts';
import { choice, list, may, need, number, record } from '../shape.ts';
import { type Value, value, weighsEach } from '../value.ts';
import type { MetricKind } from './metric.ts';

/** Weighted sum; a weight of −1 subtracts. A null counts as 0 (`missing: zero`, the default) or makes the sum null. */
export interface Sum {
  readonly kind: 'sum';
  readonly of: readonly Value[];
  readonly weights?: readonly number[];
  readonly missing?: 'zero' | 'null';
}

export const sum: MetricKind<Sum> = {
  shape: record<Sum>(
    {
      kind: need(choice('sum')),
      of: need(list(value, 1)),
      weights: may(list(number)),
      missing: may(choice('zero', 'null')),
    },
    weighsEach,
  ),
  measure: (metric, board) => {
    const parts = metric.of.map(board.value);
    const weights = metric.weights?.map(exactNumber);
    const spreads = metric.missing === 'null';
    return (unit) => {
      const terms: Exact[] = [];
      for (const [index, part] of parts.entries()) {
        const term = part(unit);
        const weight = weights?.[index];
        if (term !== null) terms.push(weight ? term.mul(weight) : term);
        else if (spreads) return null;
      }
      return sumExact(terms);
    };
  },
};
