import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { problems } from './sources/problems.ts';

/** 超期问题数（件）: 期内提出、到期仍未解决的问题。 */
export const problemsOverdue: FactMetric = {
  name: 'problems_overdue',
  label: '超期问题数',
  unit: '件',
  how: '期内提出、到期仍未解决的问题',
  source: problems,
  measure: (when) => sql`count(*) filter (where r.overdue and ${when})`,
};
