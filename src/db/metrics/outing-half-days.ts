import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { outings } from './sources/outings.ts';

/** 负责人外出半天数（半天）: 单位负责人外出招商的工作日，半天计一，重叠不重复。 */
export const outingHalfDays: FactMetric = {
  name: 'outing_half_days',
  label: '负责人外出半天数',
  unit: '半天',
  how: '单位负责人外出招商的工作日，半天计一，重叠不重复',
  source: outings,
  measure: () => sql`0`,
};
