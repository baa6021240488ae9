import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { leads } from './sources/leads.ts';

/** 新增线索数（条）: 首次填报的线索，判为重复的不计。 */
export const leadCount: FactMetric = {
  name: 'lead_count',
  label: '新增线索数',
  unit: '条',
  how: '首次填报的线索，判为重复的不计',
  source: leads,
  measure: (when) => sql`count(*) filter (where ${when})`,
};
