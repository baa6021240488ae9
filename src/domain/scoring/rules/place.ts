import { divide, type Exact, exactNumber, greatest, sumExact, ZERO } from '../../money/exact.ts';
import { placesOf } from '../pool.ts';
import { type Concern, choice, list, may, need, number, record } from '../shape.ts';
import { type Order, order, type Value, value, type Within, within } from '../value.ts';
import type { RuleKind } from './rule.ts';

/**
 * Points by place in the pool: `table` place by place and `rest` (0) past its end, or `first` and `step` more for each
 * place down (so a step is mostly negative, and never goes below a `rest` that is given); without a step `first` is for the
 * first place only. Tied units take the
 * best place's points, or the mean of the places they fill.
 */
export interface PlacePoints {
  readonly kind: 'place';
  readonly value: Value;
  readonly within?: Within;
  readonly order?: Order;
  readonly first?: number;
  readonly step?: number;
  readonly table?: readonly number[];
  readonly rest?: number;
  readonly ties?: 'best' | 'mean';
}

export const place: RuleKind<PlacePoints> = {
  shape: record<PlacePoints>(
    {
      kind: need(choice('place')),
      value: need(value),
      within: may(within),
      order: may(order),
      first: may(number),
      step: may(number),
      table: may(list(number, 1)),
      rest: may(number),
      ties: may(choice('best', 'mean')),
    },
    firstOrTable,
  ),
  best: (rule) => rule.table?.[0] ?? rule.first,
  points: (rule, board) => {
    const value = board.value(rule.value);
    const places = board.pool(rule.within, (units) => placesOf(units, value, rule.order));
    const pointsAt = pointsByPlace(rule);
    return (unit) => {
      const own = places(unit).get(unit.index);
      if (!own) return null;
      return rule.ties === 'mean' ? meanOf(own.place, own.shared, pointsAt) : pointsAt(own.place);
    };
  },
};

function firstOrTable(rule: PlacePoints): Concern {
  const both = rule.first !== undefined && rule.table !== undefined;
  const none = rule.first === undefined && rule.table === undefined;
  return both || none ? { at: 'table', message: '名次分写 first 和 step，或写 table，二者选一' } : null;
}

function pointsByPlace(rule: PlacePoints): (place: number) => Exact {
  const rest = exactNumber(rule.rest ?? 0);
  const table = rule.table?.map(exactNumber);
  if (table) return (place) => table[place - 1] ?? rest;
  const first = exactNumber(rule.first ?? 0);
  const step = rule.step === undefined ? null : exactNumber(rule.step);
  if (step === null) return (place) => (place === 1 ? first : rest);
  const atPlace = (place: number) => first.add(step.mul(exactNumber(place - 1)));
  return rule.rest === undefined || step.s > 0n ? atPlace : (place) => greatest(atPlace(place), rest);
}

function meanOf(place: number, shared: number, pointsAt: (place: number) => Exact): Exact {
  const filled = Array.from({ length: shared }, (_, index) => pointsAt(place + index));
  return divide(sumExact(filled), exactNumber(shared)) ?? ZERO;
}
