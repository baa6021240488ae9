import type { Board, Measure } from '../board.ts';
import type { Shape } from '../shape.ts';
import type { Growth } from './growth.ts';
import type { Input } from './input.ts';
import type { Max } from './max.ts';
import type { Mean } from './mean.ts';
import type { Min } from './min.ts';
import type { Pool } from './pool.ts';
import type { Progress } from './progress.ts';
import type { Ratio } from './ratio.ts';
import type { Rows } from './rows.ts';
import type { Shortfall } from './shortfall.ts';
import type { Sum } from './sum.ts';
import type { Tally } from './tally.ts';

/** Every kind of metric of the language. */
export type Metric = Growth | Input | Max | Mean | Min | Pool | Progress | Ratio | Rows | Shortfall | Sum | Tally;

/** What a kind of metric is: how it is written and what it gives. */
export interface MetricKind<M> {
  readonly shape: Shape<M>;
  readonly measure: (metric: M, board: Board) => Measure;
}
