import { round } from '../money/decimal.ts';
import { type Exact, readExact, sumExact, ZERO } from '../money/exact.ts';
import { type ProjectFacts, type Reward, rewardOf } from './reward.ts';
import type { RewardRule } from './rule.ts';
import type { Referrer } from './split.ts';

/** The rules of one level (市, 县): where several fit, only the highest is paid (就高不重复). */
export interface RewardLayer {
  readonly layer: string;
  readonly rules: readonly RewardRule[];
}

/** What one level pays, by which of its rules; `rule` is null where none gives anything. */
export interface LayerReward {
  readonly layer: string;
  readonly rule: RewardRule | null;
  readonly reward: Reward | null;
}

/** Each level's reward, and what they make together in 元; a range that is not fixed yet counts by its low end. */
export function layeredReward(
  layers: readonly RewardLayer[],
  project: ProjectFacts,
  referrers: readonly Referrer[] = [],
): { readonly layers: readonly LayerReward[]; readonly total: string } {
  const paid = layers.map(({ layer, rules }) => ({ layer, ...highest(rules, project, referrers) }));
  return { layers: paid, total: round(sumExact(paid.map(({ reward }) => worthOf(reward))), 2) };
}

function highest(
  rules: readonly RewardRule[],
  project: ProjectFacts,
  referrers: readonly Referrer[],
): Omit<LayerReward, 'layer'> {
  let best: Omit<LayerReward, 'layer'> = { rule: null, reward: null };
  for (const rule of rules) {
    const reward = rewardOf(rule, project, referrers);
    if (worthOf(reward).compare(worthOf(best.reward)) > 0) best = { rule, reward };
  }
  return best;
}

const worthOf = (reward: Reward | null): Exact => readExact(reward?.amount ?? reward?.low ?? '0') ?? ZERO;
