import type { RateMetric } from './metric.ts';

/** 平均项目规模: 签约金额÷签约项目数。 */
export const meanSize: RateMetric = {
  name: 'mean_size',
  label: '平均项目规模',
  unit: '万元/个',
  how: '签约金额÷签约项目数',
  over: 'signed_amount',
  under: 'signed_count',
};
