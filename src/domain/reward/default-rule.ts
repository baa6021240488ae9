import type { RewardRule } from './rule.ts';

/**
 * The rule an org starts with (domain.md section 5): planned investment of 1亿元 and more, 3‰ of verified fixed assets, at
 * most 1000万元 a project, half at 开工 and half at 投产; officials and the investor's own people get nothing.
 */
export const DEFAULT_REWARD_RULE: RewardRule = {
  id: 'default',
  title: '引荐奖励办法（默认）',
  require: ['plan', '>=', 10_000],
  barred: ['公职人员', '财政供养人员', '投资方', '合作方'],
  base: 'fixed_done',
  rate: { mode: 'flat', rate: 0.003 },
  cap: 1000,
  pay: [
    { on: '开工', share: 0.5 },
    { on: '投产', share: 0.5 },
  ],
};
