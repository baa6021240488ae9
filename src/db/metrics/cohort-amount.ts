import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 考察签约金额（万元）: 资金到位率的分母：考察期内签约项目的协议金额，按份额折算。 */
export const cohortAmount: FactMetric = {
  name: 'cohort_amount',
  label: '考察签约金额',
  unit: '万元',
  how: '资金到位率的分母：考察期内签约项目的协议金额，按份额折算',
  source: signed,
  measure: (when) => sql`sum(r.share * r.amount) filter (where ${when})`,
};
