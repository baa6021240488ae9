import type { RateMetric } from './metric.ts';

/** 任务按期率: 按期办结任务数÷到期任务数。 */
export const taskOnTimeRate: RateMetric = {
  name: 'task_on_time_rate',
  label: '任务按期率',
  unit: '%',
  how: '按期办结任务数÷到期任务数',
  over: 'tasks_on_time',
  under: 'tasks_due',
};
