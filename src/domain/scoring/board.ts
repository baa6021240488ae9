import type { Exact } from '../money/exact.ts';
import type { Condition } from './condition.ts';
import type { Item } from './scheme.ts';
import type { NumberBy, Value, Within } from './value.ts';

/** A unit that is assessed, with its inputs; null or absent is "not known", never 0. */
export interface UnitInput {
  readonly name: string;
  readonly group?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A unit on the board: `index` is its place in the order given. */
export interface Unit {
  readonly index: number;
  readonly name: string;
  readonly group: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A figure of a unit; null = not known. */
export type Measure = (unit: Unit) => Exact | null;
/** A condition on a unit. */
export type Test = (unit: Unit) => boolean;

/** An item worked out: its points (null = it does not apply), and the most it can give for `rescale_to` (null = none). */
export interface ItemMeasure {
  readonly points: Measure;
  readonly full: Measure;
}

/** What metrics and rules are worked out with: the units, and the meaning of values, conditions and parameters. */
export interface Board {
  readonly units: readonly Unit[];
  /** 序时进度: the share of the period that has passed; null when the scheme does not say. */
  readonly progress: Exact | null;
  readonly value: (value: Value) => Measure;
  /** Like `value`, but texts and lists among the inputs stay what they are. */
  readonly look: (value: Value) => (unit: Unit) => unknown;
  readonly test: (condition: Condition) => Test;
  readonly item: (item: Item) => ItemMeasure;
  /** A parameter: null for a unit that it says nothing about, `absent` when it is not written at all. */
  readonly parameter: (parameter: NumberBy | undefined, absent?: Exact | null) => Measure;
  /** Something worked out once for each pool, and looked up by unit. Pool: see {@link Within}; absent = all. */
  readonly pool: <T>(within: Within | undefined, build: (units: readonly Unit[]) => T) => (unit: Unit) => T;
}
