import { type Exact, exactNumber } from '../money/exact.ts';
import type { Board, ItemMeasure, Measure, Unit, UnitInput } from './board.ts';
import { testOf } from './condition.ts';
import { rawInput, readInput } from './input.ts';
import { itemMeasure } from './item.ts';
import { remembered } from './memory.ts';
import type { Input } from './metrics/input.ts';
import type { Metric } from './metrics/metric.ts';
import { metricKinds } from './metrics/registry.ts';
import { parameterOf } from './parameter.ts';
import type { Item, Scheme } from './scheme.ts';
import type { Value, Within } from './value.ts';

/** The units in the order given, each with its place in it. */
export const unitsOf = (inputs: readonly UnitInput[]): readonly Unit[] =>
  inputs.map(({ name, group, inputs: fields }, index) => ({ index, name, group: group ?? null, inputs: fields }));

/** The figure of a metric of any kind, worked out once for each unit. */
function metricMeasure<K extends Metric['kind']>(metric: Extract<Metric, { kind: K }>, board: Board): Measure {
  const kind = metricKinds[metric.kind as K];
  return remembered(kind.measure(metric, board), board.units.length);
}

/** A board to work a scheme out on; nothing is computed until it is asked for. */
export function buildBoard(scheme: Scheme, units: readonly Unit[], progress: Exact | null): Board {
  const metrics = scheme.metrics ?? {};
  const byName = new Map<string, Measure>();
  const itemsSeen = new Map<Item, ItemMeasure>();
  const value = (value: Value): Measure => {
    if (typeof value === 'number') {
      const constant = exactNumber(value);
      return () => constant;
    }
    if (typeof value !== 'string') return metricMeasure(value, board);
    const known = byName.get(value) ?? namedMeasure(value);
    byName.set(value, known);
    return known;
  };
  const namedMeasure = (name: string): Measure => {
    const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
    return metric ? metricMeasure(metric, board) : remembered((unit) => readInput(unit, name), units.length);
  };
  const look = (seen: Value) => {
    const input = inputBehind(seen, metrics);
    return input ? (unit: Unit) => rawInput(unit, input.field) ?? input.default ?? null : value(seen);
  };
  const board: Board = {
    units,
    progress,
    value,
    look,
    test: (condition) => testOf(condition, look),
    parameter: (parameter, absent = null) => parameterOf(parameter, absent, board),
    item: (item) => {
      const known = itemsSeen.get(item) ?? itemMeasure(item, board);
      itemsSeen.set(item, known);
      return known;
    },
    pool: (within, build) => pooled(units, within, build),
  };
  return board;
}

/** The input that a value stands for as it is: by its name, or as an `input` metric with its default. */
function inputBehind(value: Value, metrics: NonNullable<Scheme['metrics']>): Omit<Input, 'kind'> | null {
  if (typeof value === 'number') return null;
  if (typeof value === 'string' && !Object.hasOwn(metrics, value)) return { field: value };
  const metric = typeof value === 'string' ? metrics[value] : value;
  return metric?.kind === 'input' ? metric : null;
}

function pooled<T>(units: readonly Unit[], within: Within | undefined, build: (units: readonly Unit[]) => T) {
  const built = new Map<string | null, T>();
  return (unit: Unit): T => {
    const key = within === 'group' ? unit.group : null;
    const known = built.get(key);
    if (known !== undefined) return known;
    const members = within === 'group' ? units.filter(({ group }) => group === key) : units;
    const value = build(members);
    built.set(key, value);
    return value;
  };
}
