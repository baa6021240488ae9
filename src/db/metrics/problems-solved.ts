import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { problems } from './sources/problems.ts';

/** 解决问题数（件）: 期内提出、至截止时间已解决的问题。 */
export const problemsSolved: FactMetric = {
  name: 'problems_solved',
  label: '解决问题数',
  unit: '件',
  how: '期内提出、至截止时间已解决的问题',
  source: problems,
  measure: (when) => sql`count(*) filter (where r.solved and ${when})`,
};
