import { decimal, round } from '../money/decimal.ts';
import { readExact, sumExact, ZERO } from '../money/exact.ts';
import { type ProjectFacts, type Reward, rewardOf } from './reward.ts';
import type { RewardRule } from './rule.ts';
import type { Referrer } from './split.ts';

/** What one verified entry makes accrue, in 元: `change` may be negative (a reversal) and is 0 at the cap. */
export interface Accrual {
  readonly reward: Reward;
  readonly change: string;
}

/** An entry adds to a running field of the project ("fixed_done"), in 万元. */
export interface AccruingEntry {
  readonly field: string;
  readonly amount: number | string;
}

/**
 * The reward worked out again on the running total after each entry; what accrues is the change since the last time. The
 * changes add up to the reward on the final total.
 */
export function accrualsOf(
  rule: RewardRule,
  start: ProjectFacts,
  entries: readonly AccruingEntry[],
  referrers: readonly Referrer[] = [],
): readonly Accrual[] {
  const accruals: Accrual[] = [];
  let project = start;
  let before = rewardOf(rule, start, referrers);
  for (const entry of entries) {
    project = withEntry(project, entry);
    const reward = rewardOf(rule, project, referrers);
    accruals.push({ reward, change: changeOf(before, reward) });
    before = reward;
  }
  return accruals;
}

/** The project after one more entry. */
export function withEntry(project: ProjectFacts, { field, amount }: AccruingEntry): ProjectFacts {
  const held = project[field];
  const before = typeof held === 'number' || typeof held === 'string' ? readExact(held) : null;
  const sum = sumExact([before ?? ZERO, readExact(amount) ?? ZERO]);
  return { ...project, [field]: decimal(round(sum, 10)) };
}

/** The difference of two rewards in 元; a reward that is yet to be fixed counts by its low end. */
export function changeOf(before: Reward, after: Reward): string {
  const [was, is] = [before, after].map((one) => readExact(one.amount ?? one.low ?? '0') ?? ZERO);
  return round((is ?? ZERO).sub(was ?? ZERO), 2);
}
