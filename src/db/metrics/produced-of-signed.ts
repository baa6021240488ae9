import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 签约已投产数（个）: 考察期内签约、已投产的项目，按份额折算。 */
export const producedOfSigned: FactMetric = {
  name: 'produced_of_signed',
  label: '签约已投产数',
  unit: '个',
  how: '考察期内签约、已投产的项目，按份额折算',
  source: signed,
  measure: (when) => sql`sum(r.share) filter (where r.producing and ${when})`,
};
