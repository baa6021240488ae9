import type { RateMetric } from './metric.ts';

/** 外出占比: 负责人外出半天数÷工作半天数。 */
export const outingRatio: RateMetric = {
  name: 'outing_ratio',
  label: '外出占比',
  unit: '%',
  how: '负责人外出半天数÷工作半天数',
  over: 'outing_half_days',
  under: 'work_half_days',
};
