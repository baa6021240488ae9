import type { Board, Measure } from '../board.ts';
import type { Shape } from '../shape.ts';
import type { Cases } from './cases.ts';
import type { Completion } from './completion.ts';
import type { Each } from './each.ts';
import type { Given } from './given.ts';
import type { Group } from './group.ts';
import type { PlacePoints } from './place.ts';
import type { Range } from './range.ts';
import type { Table } from './table.ts';

/** Every kind of rule of the language. */
export type Rule = Cases | Completion | Each | Given | Group | PlacePoints | Range | Table;

/** What a kind of rule is: how it is written, the points it gives (null = not known), and the most it gives by itself. */
export interface RuleKind<R> {
  readonly shape: Shape<R>;
  /** `full` is the item's full marks, 1 where the item has none. */
  readonly points: (rule: R, board: Board, full: Measure) => Measure;
  /** Full marks where the item names none, for `missing: full`. */
  readonly best?: (rule: R) => number | undefined;
}
