import { type Exact, greatest, least, sumExact } from '../../money/exact.ts';
import type { Item } from '../scheme.ts';
import { choice, list, may, named, need, record, type Shape } from '../shape.ts';
import type { RuleKind } from './rule.ts';

/** Items inside an item, so that they share a cap, or only the best (worst) of them counts. None applies: null. */
export interface Group {
  readonly kind: 'group';
  readonly items: readonly Item[];
  readonly pick?: 'sum' | 'best' | 'worst';
}

const item: Shape<Item> = named('item');

export const group: RuleKind<Group> = {
  shape: record<Group>({
    kind: need(choice('group')),
    items: need(list(item, 1)),
    pick: may(choice('sum', 'best', 'worst')),
  }),
  points: (rule, board) => {
    const parts = rule.items.map((one) => board.item(one).points);
    return (unit) => {
      const points = parts.map((part) => part(unit)).filter((one) => one !== null);
      return points.length === 0 ? null : picked(points, rule.pick ?? 'sum');
    };
  },
};

function picked(points: readonly Exact[], pick: 'sum' | 'best' | 'worst'): Exact {
  return pick === 'sum' ? sumExact(points) : points.reduce(pick === 'best' ? greatest : least);
}
