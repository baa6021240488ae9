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

/** What one level pays, by which of its rules: the first of them where none gives anything. */
export interface LayerReward {
  readonly layer: string;
  readonly rule: RewardRule;
  readonly reward: Reward;
}

/** What all levels pay together, in 元; a range that is not fixed yet counts by its low end. */
export interface LayeredReward {
  readonly layers: readonly LayerReward[];
  readonly total: string;
  /** What falls due by the milestones reached; nothing of a range that is not fixed. */
  readonly payable: string;
}

/** Each level's reward, and what they make together. A level without rules pays nothing and is left out. */
export function layeredReward(
  layers: readonly RewardLayer[],
  project: ProjectFacts,
  referrers: readonly Referrer[] = [],
): LayeredReward {
  const paid = layers.flatMap(({ layer, rules }) => {
    const rewards = rules.map((rule) => ({ layer, rule, reward: rewardOf(rule, project, referrers) }));
    const [first, ...others] = rewards;
    return first ? [others.reduce((best, one) => (worth(one).compare(worth(best)) > 0 ? one : best), first)] : [];
  });
  return { layers: paid, total: total(paid.map(worth)), payable: total(paid.map(payableOf)) };
}

const worth = ({ reward: { amount, low } }: LayerReward): Exact => readExact(amount ?? low ?? '0') ?? ZERO;
const payableOf = ({ reward: { payable_now, amount } }: LayerReward): Exact =>
  readExact(payable_now ?? amount ?? '0') ?? ZERO;
const total = (parts: readonly Exact[]): string => round(sumExact(parts), 2);
