import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { outings } from './sources/outings.ts';

/** 工作半天数（半天）: 期内工作日乘二。 */
export const workHalfDays: FactMetric = {
  name: 'work_half_days',
  label: '工作半天数',
  unit: '半天',
  how: '期内工作日乘二',
  source: outings,
  needs: ['all'],
  measure: () => sql`0`,
};
