import { choice, need, record } from '../shape.ts';
import type { MetricKind } from './metric.ts';

/** 序时进度: the share of the year that has passed, from `period.progress`; null when that is not set. */
export interface Progress {
  readonly kind: 'progress';
}

export const progress: MetricKind<Progress> = {
  shape: record<Progress>({ kind: need(choice('progress')) }),
  measure: (_metric, board) => () => board.progress,
};
