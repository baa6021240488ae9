import type { RateMetric } from './metric.ts';

/** 履约率: 履约项目数÷考察签约数。 */
export const performanceRate: RateMetric = {
  name: 'performance_rate',
  label: '履约率',
  unit: '%',
  how: '履约项目数÷考察签约数',
  over: 'performed_count',
  under: 'cohort_count',
};
