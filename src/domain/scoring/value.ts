import type { Condition, RecordCondition } from './condition.ts';
import type { Metric } from './metrics/metric.ts';
import { type Concern, choice, dict, may, named, need, number, record, type Shape, text, ways } from './shape.ts';

/** A value: a number, the name of a metric, else the name of an input, or a metric written in place. */
export type Value = number | string | Metric;

/** The units a figure is compared with: all of them (the default), or those of the unit's own group. */
export type Within = 'all' | 'group';
/** Which values are better: great ones (desc, the default) or small ones. */
export type Order = 'desc' | 'asc';

/** A number that may depend on the unit: on its group, or on the last row that a value reaches. */
export type NumberBy =
  | number
  | { readonly by_group: Readonly<Record<string, number>>; readonly else?: number }
  | { readonly by: Value; readonly rows: readonly NumberRow[]; readonly else?: number };

export interface NumberRow {
  readonly from: number;
  readonly value: number;
}

type ByGroup = Extract<NumberBy, { by_group: unknown }>;
type ByRows = Extract<NumberBy, { rows: unknown }>;

export const value: Shape<Value> = named('value');
export const condition = named<Condition>('condition');
export const recordCondition = named<RecordCondition>('record_condition');
export const numberBy: Shape<NumberBy> = named('number_by');
export const within: Shape<Within> = choice('all', 'group');
export const order: Shape<Order> = choice('desc', 'asc');

/** Shapes behind the names above. */
export const valueDefinitions = {
  value: ways<Value>(
    { type: 'text', shape: text },
    { type: 'number', shape: number },
    { type: 'object', shape: named('metric') },
  ),
  number_by: ways<NumberBy>(
    { type: 'number', shape: number },
    {
      type: 'object',
      key: 'by_group',
      shape: record<ByGroup>({ by_group: need(dict(number)), else: may(number) }),
    },
    {
      type: 'object',
      key: 'by',
      shape: record<ByRows>({
        by: need(value),
        rows: need({ is: 'list', of: record<NumberRow>({ from: need(number), value: need(number) }), least: 1 }),
        else: may(number),
      }),
    },
  ),
};

/** Weights must be as many as what they weigh. */
export function weighsEach(spec: { readonly of: readonly Value[]; readonly weights?: readonly number[] }): Concern {
  const wrong = spec.weights !== undefined && spec.weights.length !== spec.of.length;
  return wrong ? { at: 'weights', message: `权重应有 ${spec.of.length} 个，与 of 一一对应` } : null;
}
