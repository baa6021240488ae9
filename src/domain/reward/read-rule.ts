import { parseIsoDate } from '../calendar/date.ts';
import { check } from '../scoring/check.ts';
import { type JsonSchema, jsonSchema } from '../scoring/json-schema.ts';
import { definitions } from '../scoring/language.ts';
import { below, mistake } from '../scoring/mistake.ts';
import { type RewardRule, rewardDefinitions, rewardRuleShape } from './rule.ts';
import { type SharingRule, sharingRuleShape } from './sharing.ts';

const all = { ...definitions, ...rewardDefinitions };

/** A reward rule from JSON; refuses (scoring/mistake.ts) unknown fields and modes with the path of the mistake. */
export function readRewardRule(input: unknown, path = 'rule'): RewardRule {
  check(rewardRuleShape, input, path, all);
  const rule = input as RewardRule;
  if (rule.pay && !rule.pay.some(({ share }) => share > 0)) throw mistake(below(path, 'pay'), '至少要有一期有份额');
  const gives = rule.rate !== undefined || rule.step !== undefined || rule.add !== undefined;
  if (!gives) throw mistake(path, '要写明 rate、step 或 add');
  if (rule.rate && rule.base === undefined) throw mistake(below(path, 'base'), '缺少“base”');
  return rule;
}

/** A sharing rule from JSON; refuses likewise, and dates that the calendar has not. */
export function readSharingRule(input: unknown, path = 'rule'): SharingRule {
  check(sharingRuleShape, input, path, all);
  const rule = input as SharingRule;
  for (const [item, start] of Object.entries(rule.starts)) {
    if (!parseIsoDate(start)) throw mistake(below(below(path, 'starts'), item), '应为日期（如 2026-06-01）');
  }
  if (!Object.values(rule.shares).some((share) => share > 0)) {
    throw mistake(below(path, 'shares'), '至少要有一方有份额');
  }
  return rule;
}

/** The JSON Schema of a reward rule, for editors and importers. */
export const rewardRuleJsonSchema = (): JsonSchema =>
  jsonSchema('reward_rule', { reward_rule: rewardRuleShape, ...all }, '引荐奖励规则');
