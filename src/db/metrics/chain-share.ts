import type { RateMetric } from './metric.ts';

/** 产业链项目占比: 有产业链的签约项目数÷签约项目数。 */
export const chainShare: RateMetric = {
  name: 'chain_share',
  label: '产业链项目占比',
  unit: '%',
  how: '有产业链的签约项目数÷签约项目数',
  over: 'signed_count/有产业链',
  under: 'signed_count',
};
