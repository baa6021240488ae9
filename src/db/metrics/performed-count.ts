import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 履约项目数（个）: 考察期内签约、已落地或走得更远的项目，按份额折算。 */
export const performedCount: FactMetric = {
  name: 'performed_count',
  label: '履约项目数',
  unit: '个',
  how: '考察期内签约、已落地或走得更远的项目，按份额折算',
  source: signed,
  measure: (when) => sql`sum(r.share) filter (where r.landed and ${when})`,
};
