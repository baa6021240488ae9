import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 考察签约到位资金（万元）: 考察期内签约项目至今的到位资金，按份额折算。 */
export const cohortFunds: FactMetric = {
  name: 'cohort_funds',
  label: '考察签约到位资金',
  unit: '万元',
  how: '考察期内签约项目至今的到位资金，按份额折算',
  source: signed,
  needs: ['funds'],
  measure: (when) => sql`sum(r.share * r.funds) filter (where ${when})`,
};
