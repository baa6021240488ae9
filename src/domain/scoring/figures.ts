import type { Board, Measure, Unit } from './board.ts';
import type { Item, Scheme } from './scheme.ts';
import type { Value } from './value.ts';

/** What a name stands for once points are known: `total`, else a metric, else an item, else an input. */
export interface Figures {
  /** The names that are worked out: metrics, items (also those inside a group) and, where there are items, `total`. */
  readonly names: readonly string[];
  readonly measure: (value: Value) => Measure;
  /** Like `measure`, but texts and lists among the inputs stay what they are. */
  readonly look: (value: Value) => (unit: Unit) => unknown;
}

export function figuresOf(scheme: Scheme, board: Board, total: Measure): Figures {
  const points = new Map<string, Measure>();
  for (const item of everyItem(scheme.items ?? [])) points.set(item.id, board.item(item).points);
  if (scheme.items) points.set('total', total);
  const metrics = Object.keys(scheme.metrics ?? {});
  const byName = new Map([...points, ...metrics.map((name) => [name, board.value(name)] as const)]);
  const measure = (value: Value): Measure =>
    (typeof value === 'string' ? byName.get(value) : undefined) ?? board.value(value);
  return {
    names: [...byName.keys()],
    measure,
    look: (value) => {
      const isPoints = typeof value === 'string' && points.has(value) && !metrics.includes(value);
      return isPoints ? measure(value) : board.look(value);
    },
  };
}

/** Inner items first, so that an outer one of the same name is the one that is seen. */
function everyItem(items: readonly Item[]): readonly Item[] {
  return [...items.flatMap(({ rule }) => (rule.kind === 'group' ? everyItem(rule.items) : [])), ...items];
}
