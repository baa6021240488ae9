import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { activities } from './sources/activities.ts';

/** 招商活动数（次）: 期内开始的活动，可限定种类和带队领导。 */
export const activityCount: FactMetric = {
  name: 'activity_count',
  label: '招商活动数',
  unit: '次',
  how: '期内开始的活动，可限定种类和带队领导',
  source: activities,
  measure: (when) => sql`count(*) filter (where ${when})`,
};
