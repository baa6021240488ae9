import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { commitments } from './sources/commitments.ts';

/** 到期承诺数（件）: 承诺事项中兑现时限在期内的。 */
export const commitmentsDue: FactMetric = {
  name: 'commitments_due',
  label: '到期承诺数',
  unit: '件',
  how: '承诺事项中兑现时限在期内的',
  source: commitments,
  measure: (when) => sql`count(*) filter (where ${when})`,
};
