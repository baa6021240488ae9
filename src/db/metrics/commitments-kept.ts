import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { commitments } from './sources/commitments.ts';

/** 兑现承诺数（件）: 兑现时限在期内、至截止时间已兑现的承诺。 */
export const commitmentsKept: FactMetric = {
  name: 'commitments_kept',
  label: '兑现承诺数',
  unit: '件',
  how: '兑现时限在期内、至截止时间已兑现的承诺',
  source: commitments,
  measure: (when) => sql`count(*) filter (where r.kept and ${when})`,
};
