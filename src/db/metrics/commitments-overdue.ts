import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { commitments } from './sources/commitments.ts';

/** 逾期承诺数（件）: 兑现时限在期内、至截止时间已过期还没兑现的承诺。 */
export const commitmentsOverdue: FactMetric = {
  name: 'commitments_overdue',
  label: '逾期承诺数',
  unit: '件',
  how: '兑现时限在期内、至截止时间已过期还没兑现的承诺',
  source: commitments,
  measure: (when) => sql`count(*) filter (where r.overdue and ${when})`,
};
