import type { RateMetric } from './metric.ts';

/** 资金到位率: 考察签约到位资金÷考察签约金额。 */
export const fundsRate: RateMetric = {
  name: 'funds_rate',
  label: '资金到位率',
  unit: '%',
  how: '考察签约到位资金÷考察签约金额',
  over: 'cohort_funds',
  under: 'cohort_amount',
};
