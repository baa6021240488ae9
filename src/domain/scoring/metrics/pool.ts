import { divide, type Exact, exactNumber, ONE, sumExact, ZERO } from '../../money/exact.ts';
import type { Measure, Unit } from '../board.ts';
import { boundsOf, known, placesOf } from '../pool.ts';
import { choice, may, need, record } from '../shape.ts';
import { type Order, order, type Value, value, type Within, within } from '../value.ts';
import type { MetricKind } from './metric.ts';

/**
 * A figure of the whole pool: units without a value take no part. `place`, `is_best` and `is_worst` are the unit's own
 * and null for a unit without a value; a shared first (last) place is a first (last) place.
 */
export interface Pool {
  readonly kind: 'pool';
  readonly do: 'sum' | 'mean' | 'min' | 'max' | 'place' | 'is_best' | 'is_worst';
  readonly value: Value;
  readonly within?: Within;
  readonly order?: Order;
}

type Figure = (units: readonly Unit[], measure: Measure) => Exact | null;

const FIGURES: Readonly<Record<'sum' | 'mean' | 'min' | 'max', Figure>> = {
  sum: (units, measure) => (known(units, measure).length === 0 ? null : sumExact(known(units, measure))),
  mean: (units, measure) => divide(sumExact(known(units, measure)), exactNumber(known(units, measure).length)),
  min: (units, measure) => boundsOf(units, measure)?.min ?? null,
  max: (units, measure) => boundsOf(units, measure)?.max ?? null,
};

export const pool: MetricKind<Pool> = {
  shape: record<Pool>({
    kind: need(choice('pool')),
    do: need(choice('sum', 'mean', 'min', 'max', 'place', 'is_best', 'is_worst')),
    value: need(value),
    within: may(within),
    order: may(order),
  }),
  measure: (metric, board) => {
    const measure = board.value(metric.value);
    if (metric.do === 'place') {
      const places = board.pool(metric.within, (units) => placesOf(units, measure, metric.order));
      return (unit) => {
        const own = places(unit).get(unit.index);
        return own ? exactNumber(own.place) : null;
      };
    }
    if (metric.do === 'is_best' || metric.do === 'is_worst') {
      const greatestWins = (metric.do === 'is_best') === (metric.order !== 'asc');
      const bounds = board.pool(metric.within, (units) => boundsOf(units, measure));
      return (unit) => isAt(measure(unit), bounds(unit), greatestWins);
    }
    const figure = FIGURES[metric.do];
    return board.pool(metric.within, (units) => figure(units, measure));
  },
};

function isAt(own: Exact | null, bounds: ReturnType<typeof boundsOf>, greatestWins: boolean): Exact | null {
  if (own === null || bounds === null) return null;
  return own.equals(greatestWins ? bounds.max : bounds.min) ? ONE : ZERO;
}
