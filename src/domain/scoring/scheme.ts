import type { RoundingMode } from '../money/decimal.ts';
import type { Condition } from './condition.ts';
import type { Metric } from './metrics/metric.ts';
import type { Rule } from './rules/rule.ts';
import type { NumberBy, Order, Value, Within } from './value.ts';

/** An assessment scheme (考核方案): data, never code. How it is worked out is in evaluate.ts. */
export interface Scheme {
  readonly id: string;
  readonly title: string;
  readonly version?: number;
  readonly period?: SchemePeriod;
  readonly metrics?: Readonly<Record<string, Metric>>;
  readonly items?: readonly Item[];
  readonly total?: Total;
  readonly veto?: readonly Veto[];
  readonly rank?: Rank;
  readonly awards?: readonly Award[];
  readonly show?: Readonly<Record<string, Show>>;
}

/** 序时进度 as a number or as an exact fraction (5/12). */
export interface SchemePeriod {
  readonly progress?: number | Share;
}

export interface Share {
  readonly num: number;
  readonly den: number;
}

/** Order of work: rule → × weight → round → min/max. `missing` says what a null means: zero (default), full, exclude. */
export interface Item {
  readonly id: string;
  readonly full?: NumberBy;
  readonly weight?: NumberBy;
  readonly min?: NumberBy;
  readonly max?: NumberBy;
  readonly round?: Round;
  readonly groups?: readonly string[];
  readonly when?: Condition;
  readonly missing?: 'zero' | 'full' | 'exclude';
  readonly rule: Rule;
}

/** Places (2 where absent) and mode (half_up where absent). */
export interface Round {
  readonly places?: number;
  readonly mode?: RoundingMode;
}

/** Order of work: sum → rescale → round → min/max. */
export interface Total {
  readonly min?: number;
  readonly max?: number;
  readonly rescale_to?: number;
  readonly round?: Round;
}

/** 一票否决. `last` ranks below all who are not vetoed, points still shown. */
export interface Veto {
  readonly id: string;
  readonly when: Condition;
  readonly then: 'zero_total' | 'unranked' | 'last';
}

export interface RankKey {
  readonly value: Value;
  readonly order?: Order;
}

/** Keys tried in order; a unit whose first key is null is not ranked. Defaults: all, skip, exact. */
export interface Rank {
  readonly by: readonly RankKey[];
  readonly within?: Within;
  readonly ties?: 'skip' | 'dense' | 'sequence';
  readonly compare?: 'exact' | 'shown';
}

/** 红旗, 黄旗 and the like. `within` is the ranking's where absent. */
export interface Award {
  readonly name: string;
  readonly top?: number;
  readonly bottom?: number;
  readonly within?: Within;
  readonly when?: Condition;
  readonly ties?: 'include' | 'exclude';
  readonly min_units?: number;
  readonly unless?: readonly string[];
}

/** How a figure is printed: × 100 without a sign where `percent`. */
export interface Show {
  readonly percent?: boolean;
  readonly places?: number;
  readonly mode?: RoundingMode;
}
