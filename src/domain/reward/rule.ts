import type { Condition } from '../scoring/condition.ts';
import {
  choice,
  list,
  may,
  named,
  need,
  notNegative,
  number,
  positive,
  record,
  type Shape,
  text,
  ways,
} from '../scoring/shape.ts';
import { condition, type Value, value } from '../scoring/value.ts';
import { type Rate, rateShape } from './rate.ts';

/** A reward rule (悬赏、引荐人奖励). Amounts in 万元; scoring.md section 9 says what each field means. */
export interface RewardRule {
  readonly id?: string;
  readonly title?: string;
  /** The policy document behind the rule. */
  readonly source?: string;
  readonly notes?: string;
  /** Which day's rate foreign money is turned into 万元 at; the inputs are in 万元 already. */
  readonly rate_day?: 'arrival' | 'contract';
  readonly require?: Condition;
  readonly barred?: readonly string[];
  readonly base?: Value;
  readonly rate?: Rate;
  readonly step?: Step | readonly Step[];
  readonly times?: readonly Times[];
  readonly add?: number | readonly Extra[];
  readonly cap?: number;
  readonly pay?: readonly Instalment[];
  readonly split?: Split;
}

/** `first` once `value` reaches `at`, `each` more for every whole `per` above it, at most `cap`. */
export interface Step {
  readonly value: Value;
  readonly at: number;
  readonly first: number;
  readonly per?: number;
  readonly each?: number;
  readonly cap?: number;
  readonly when?: Condition;
}

/** A multiplier (高科技加一成: 1.1). */
export interface Times {
  readonly when?: Condition;
  readonly factor: number;
}

/** A fixed extra in 万元. */
export interface Extra {
  readonly when?: Condition;
  readonly amount: number;
}

/** A part that falls due at a milestone of the project. */
export interface Instalment {
  readonly on: string;
  readonly share: number;
}

export interface Split {
  readonly mode: 'first_only' | 'equal' | 'ratio';
}

const when = may<Condition>(condition);
const step = record<Step>({
  value: need<Value>(value),
  at: need(number),
  first: need(number),
  per: may(positive),
  each: may(number),
  cap: may(number),
  when,
});
const extra = record<Extra>({ when, amount: need(number) });

/** How a reward rule is written. */
export const rewardRuleShape: Shape<RewardRule> = record<RewardRule>({
  id: may(text),
  title: may(text),
  source: may(text),
  notes: may(text),
  rate_day: may(choice('arrival', 'contract')),
  require: when,
  barred: may(list(text)),
  base: may<Value>(value),
  rate: may<Rate>(rateShape),
  step: may(
    ways<Step | readonly Step[]>({ type: 'object', shape: step }, { type: 'list', shape: list(named<Step>('step')) }),
  ),
  times: may(list(record<Times>({ when, factor: need(number) }))),
  add: may(ways<number | readonly Extra[]>({ type: 'number', shape: number }, { type: 'list', shape: list(extra) })),
  cap: may(number),
  pay: may(list(record<Instalment>({ on: need(text), share: need(notNegative) }), 1)),
  split: may(record<Split>({ mode: need(choice('first_only', 'equal', 'ratio')) })),
});

/** Named shapes of reward rules, beside those of the scoring language. */
export const rewardDefinitions = { step };
