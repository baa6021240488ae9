import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { tasks } from './sources/tasks.ts';

/** 到期任务数（件）: 期内到期的任务，撤销的不计。 */
export const tasksDue: FactMetric = {
  name: 'tasks_due',
  label: '到期任务数',
  unit: '件',
  how: '期内到期的任务，撤销的不计',
  source: tasks,
  measure: (when) => sql`count(*) filter (where ${when})`,
};
