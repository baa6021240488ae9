import type { RateMetric } from './metric.ts';

/** 开工率: 签约已开工数÷考察签约数。 */
export const startRate: RateMetric = {
  name: 'start_rate',
  label: '开工率',
  unit: '%',
  how: '签约已开工数÷考察签约数',
  over: 'started_of_signed',
  under: 'cohort_count',
};
