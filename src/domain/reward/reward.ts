import { type RoundingMode, round } from '../money/decimal.ts';
import { type Exact, exactNumber, greatest, least, readExact, sumExact, ZERO } from '../money/exact.ts';
import type { Unit } from '../scoring/board.ts';
import { buildBoard, unitsOf } from '../scoring/build-board.ts';
import type { Condition } from '../scoring/condition.ts';
import type { Value } from '../scoring/value.ts';
import { productOf, yieldOf } from './rate.ts';
import type { RewardRule, Step } from './rule.ts';
import { eligibleReferrers, instalmentsOf, type Referrer, shareOut } from './split.ts';

/** A project's fields a rule may look at: planned total, verified fixed assets, kind … in 万元. */
export type ProjectFacts = Readonly<Record<string, unknown>>;

export type Why = 'ok' | 'not_eligible' | 'referrer_barred' | 'rate_to_be_fixed';

/** A reward, in 元 with two places. */
export interface Reward {
  /** Null where the rule gives a range: see `low` and `high`. */
  readonly amount: string | null;
  readonly why: Why;
  readonly low?: string;
  readonly high?: string;
  readonly pay?: Readonly<Record<string, string>>;
  readonly payable_now?: string;
  readonly split?: Readonly<Record<string, string>>;
}

const CENTS = 2;
const YUAN_PER_WAN = exactNumber(10_000);

/**
 * Works a reward out on a project as it stands: require → barred → base × rate + steps → multipliers → extras → cap →
 * rounded once, to the cent. Never below 0.
 */
export function rewardOf(rule: RewardRule, project: ProjectFacts, referrers: readonly Referrer[] = []): Reward {
  const see = seeing(project);
  const left = eligibleReferrers(referrers, rule.barred ?? []);
  if (rule.require && !see.holds(rule.require)) return settled(rule, project, [], ZERO, 'not_eligible');
  if (referrers.length > 0 && left.length === 0) return settled(rule, project, [], ZERO, 'referrer_barred');
  const { low, high } = amountsOf(rule, see);
  if (!low.equals(high)) return { amount: null, why: 'rate_to_be_fixed', low: cents(low), high: cents(high) };
  return settled(rule, project, left, low, 'ok');
}

interface Sight {
  readonly value: (value: Value) => Exact | null;
  readonly holds: (when: Condition) => boolean;
}

function seeing(project: ProjectFacts): Sight {
  const units: readonly Unit[] = unitsOf([{ name: '', inputs: project }]);
  const board = buildBoard({ id: '', title: '' }, units, null);
  const [unit] = units;
  if (!unit) throw new RangeError('a board without its unit');
  return { value: (value) => board.value(value)(unit), holds: (when) => board.test(when)(unit) };
}

function amountsOf(rule: RewardRule, see: Sight): { low: Exact; high: Exact } {
  const base = (rule.base === undefined ? null : see.value(rule.base)) ?? ZERO;
  const product = yieldOf(rule.rate, base, see.holds);
  const steps = sumExact(stepsOf(rule).map((step) => stepAmount(step, see)));
  const holding = <T extends { readonly when?: Condition }>(list: readonly T[]) =>
    list.filter(({ when }) => when === undefined || see.holds(when));
  const factor = productOf(holding(rule.times ?? []).map((one) => exactNumber(one.factor)));
  const extras = typeof rule.add === 'number' ? [{ amount: rule.add }] : holding(rule.add ?? []);
  const extra = sumExact(extras.map((one) => exactNumber(one.amount)));
  const cap = rule.cap === undefined ? null : exactNumber(rule.cap);
  const finished = (amount: Exact): Exact => {
    const whole = amount.add(steps).mul(factor).add(extra);
    return greatest(ZERO, cap ? least(whole, cap) : whole);
  };
  return { low: toCents(finished(product.low)), high: toCents(finished(product.high)) };
}

const stepsOf = ({ step }: RewardRule): readonly Step[] => {
  if (step === undefined) return [];
  return 'value' in step ? [step] : step;
};

function stepAmount(step: Step, see: Sight): Exact {
  const reached = see.value(step.value);
  const at = exactNumber(step.at);
  if (reached === null || reached.compare(at) < 0 || (step.when && !see.holds(step.when))) return ZERO;
  const more = step.per === undefined ? ZERO : reached.sub(at).div(exactNumber(step.per)).floor();
  const sum = exactNumber(step.first).add(more.mul(exactNumber(step.each ?? 0)));
  return step.cap === undefined ? sum : least(sum, exactNumber(step.cap));
}

function settled(rule: RewardRule, project: ProjectFacts, left: readonly Referrer[], amount: Exact, why: Why): Reward {
  return {
    amount: cents(amount),
    why,
    ...(rule.pay ? instalmentsOf(amount, rule.pay, project.milestones) : {}),
    ...(left.length > 0 ? { split: shareOut(amount, left, rule.split?.mode) } : {}),
  };
}

/** 万元 as 元, rounded to the cent. */
const toCents = (amount: Exact): Exact => readExact(round(amount.mul(YUAN_PER_WAN), CENTS, MODE)) ?? ZERO;
const MODE: RoundingMode = 'half_up';

const cents = (amount: Exact): string => round(amount, CENTS);
