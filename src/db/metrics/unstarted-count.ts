import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 签约未开工数（个）: 历年签约满三个月仍未开工的项目，按份额折算。 */
export const unstartedCount: FactMetric = {
  name: 'unstarted_count',
  label: '签约未开工数',
  unit: '个',
  how: '历年签约满三个月仍未开工的项目，按份额折算',
  source: signed,
  since: 'ever',
  graceMonths: 3,
  measure: (when) => sql`sum(r.share) filter (where not r.started and ${when})`,
};
