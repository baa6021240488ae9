import type { Board, Measure, Unit } from './board.ts';
import { rawInput } from './input.ts';
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
  const byName = new Map<string, Measure>();
  for (const item of everyItem(scheme.items ?? [])) byName.set(item.id, board.item(item).points);
  for (const name of Object.keys(scheme.metrics ?? {})) byName.set(name, board.value(name));
  if (scheme.items) byName.set('total', total);
  const measure = (value: Value): Measure =>
    (typeof value === 'string' ? byName.get(value) : undefined) ?? board.value(value);
  return {
    names: [...byName.keys()],
    measure,
    look: (value) =>
      typeof value === 'string' && !byName.has(value) ? (unit) => rawInput(unit, value) : measure(value),
  };
}

/** Inner items first, so that an outer one of the same name is the one that is seen. */
function everyItem(items: readonly Item[]): readonly Item[] {
  return [...items.flatMap(({ rule }) => (rule.kind === 'group' ? everyItem(rule.items) : [])), ...items];
}
