import type { RateMetric } from './metric.ts';

/** 承诺兑现率: 兑现承诺数÷到期承诺数。 */
export const commitmentRate: RateMetric = {
  name: 'commitment_rate',
  label: '承诺兑现率',
  unit: '%',
  how: '兑现承诺数÷到期承诺数',
  over: 'commitments_kept',
  under: 'commitments_due',
};
