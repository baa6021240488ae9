import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { tasks } from './sources/tasks.ts';

/** 按期办结任务数（件）: 期内到期、当日或之前报办结且未退回的任务。 */
export const tasksOnTime: FactMetric = {
  name: 'tasks_on_time',
  label: '按期办结任务数',
  unit: '件',
  how: '期内到期、当日或之前报办结且未退回的任务',
  source: tasks,
  measure: (when) => sql`count(*) filter (where r.on_time and ${when})`,
};
