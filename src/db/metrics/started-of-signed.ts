import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { signed } from './sources/signed.ts';

/** 签约已开工数（个）: 考察期内签约、已开工或走得更远的项目，按份额折算。 */
export const startedOfSigned: FactMetric = {
  name: 'started_of_signed',
  label: '签约已开工数',
  unit: '个',
  how: '考察期内签约、已开工或走得更远的项目，按份额折算',
  source: signed,
  measure: (when) => sql`sum(r.share) filter (where r.started and ${when})`,
};
