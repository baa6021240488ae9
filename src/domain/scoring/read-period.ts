import { check } from './check.ts';
import { progressShape } from './language.ts';
import type { SchemePeriod } from './scheme.ts';

/** 序时进度 of a case's period (`period.progress`), whatever else the period says; undefined when it is not set. */
export function readPeriod(period: unknown): SchemePeriod['progress'] {
  if (typeof period !== 'object' || period === null || !('progress' in period)) return undefined;
  const { progress } = period;
  if (progress === null || progress === undefined) return undefined;
  check(progressShape, progress, 'period.progress', {});
  return progress as NonNullable<SchemePeriod['progress']>;
}
