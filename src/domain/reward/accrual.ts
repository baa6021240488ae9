import { round, toDecimal } from '../money/decimal.ts';
import { readExact, ZERO } from '../money/exact.ts';
import { type LayeredReward, layeredReward, type RewardLayer } from './layers.ts';
import type { ProjectFacts } from './reward.ts';
import type { Referrer } from './split.ts';

/** A verified entry adds to a running field of the project ("fixed_done"), in 万元; a reversal is below 0. */
export interface AccruingEntry {
  readonly field: string;
  readonly amount: number | string;
}

/** What one verified entry makes accrue, in 元: `change` is below 0 at a reversal, and 0 at the cap. */
export interface Accrual {
  readonly reward: LayeredReward;
  readonly change: string;
}

/**
 * The reward worked out again on the running totals after each entry; what accrues is the change since the last time, so
 * that the changes add up to the reward on the final totals (less what the project started with).
 */
export function accrualsOf(
  layers: readonly RewardLayer[],
  start: ProjectFacts,
  entries: readonly AccruingEntry[],
  referrers: readonly Referrer[] = [],
): readonly Accrual[] {
  let project = start;
  let before = layeredReward(layers, start, referrers);
  return entries.map((entry) => {
    project = withEntry(project, entry);
    const reward = layeredReward(layers, project, referrers);
    const change = round(exactOf(reward.total).sub(exactOf(before.total)), CENTS);
    before = reward;
    return { reward, change };
  });
}

/** The project after one more entry. */
function withEntry(project: ProjectFacts, { field, amount }: AccruingEntry): ProjectFacts {
  const held = project[field];
  const before = typeof held === 'number' || typeof held === 'string' ? exactOf(held) : ZERO;
  return { ...project, [field]: toDecimal(before.add(exactOf(amount))) };
}

const CENTS = 2;
const exactOf = (figure: number | string) => readExact(figure) ?? ZERO;
