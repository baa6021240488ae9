import type { RateMetric } from './metric.ts';

/** 问题解决率: 解决问题数÷问题数。 */
export const problemSolveRate: RateMetric = {
  name: 'problem_solve_rate',
  label: '问题解决率',
  unit: '%',
  how: '解决问题数÷问题数',
  over: 'problems_solved',
  under: 'problems_raised',
};
