import type { RateMetric } from './metric.ts';

/** 投产率: 签约已投产数÷考察签约数。 */
export const productionRate: RateMetric = {
  name: 'production_rate',
  label: '投产率',
  unit: '%',
  how: '签约已投产数÷考察签约数',
  over: 'produced_of_signed',
  under: 'cohort_count',
};
