import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 考察签约数（个）: 率的分母：首次签约在考察期内、满宽限期的项目，按份额折算。 */
export const cohortCount: FactMetric = {
  name: 'cohort_count',
  label: '考察签约数',
  unit: '个',
  how: '率的分母：首次签约在考察期内、满宽限期的项目，按份额折算',
  source: signed,
  measure: (when) => sql`sum(r.share) filter (where ${when})`,
};
