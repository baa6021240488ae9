import { growth } from './growth.ts';
import { input } from './input.ts';
import { max } from './max.ts';
import { mean } from './mean.ts';
import type { Metric, MetricKind } from './metric.ts';
import { min } from './min.ts';
import { pool } from './pool.ts';
import { progress } from './progress.ts';
import { ratio } from './ratio.ts';
import { rows } from './rows.ts';
import { shortfall } from './shortfall.ts';
import { sum } from './sum.ts';
import { tally } from './tally.ts';

/** Every kind of metric by name; the compiler asks for one that is missing. */
export const metricKinds: { readonly [K in Metric['kind']]: MetricKind<Extract<Metric, { kind: K }>> } = {
  input,
  ratio,
  growth,
  sum,
  mean,
  min,
  max,
  shortfall,
  progress,
  tally,
  rows,
  pool,
};
