import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { problems } from './sources/problems.ts';

/** 问题数（件）: 期内提出的问题。 */
export const problemsRaised: FactMetric = {
  name: 'problems_raised',
  label: '问题数',
  unit: '件',
  how: '期内提出的问题',
  source: problems,
  measure: (when) => sql`count(*) filter (where ${when})`,
};
