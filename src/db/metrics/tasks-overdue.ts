import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { tasks } from './sources/tasks.ts';

/** 超期任务数（件）: 期内到期、至截止时间仍未办结的任务。 */
export const tasksOverdue: FactMetric = {
  name: 'tasks_overdue',
  label: '超期任务数',
  unit: '件',
  how: '期内到期、至截止时间仍未办结的任务',
  source: tasks,
  measure: (when) => sql`count(*) filter (where r.overdue and ${when})`,
};
