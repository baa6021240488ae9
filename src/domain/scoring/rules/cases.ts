import type { Condition } from '../condition.ts';
import { choice, list, may, need, record } from '../shape.ts';
import { condition, type Value, value } from '../value.ts';
import type { RuleKind } from './rule.ts';

/** The points of the first case that holds, else `else` (0). */
export interface Cases {
  readonly kind: 'cases';
  readonly cases: readonly Case[];
  readonly else?: Value;
}

export interface Case {
  readonly when: Condition;
  readonly points: Value;
}

export const cases: RuleKind<Cases> = {
  shape: record<Cases>({
    kind: need(choice('cases')),
    cases: need(list(record<Case>({ when: need(condition), points: need(value) }))),
    else: may(value),
  }),
  points: (rule, board) => {
    const tried = rule.cases.map(({ when, points }) => ({ holds: board.test(when), points: board.value(points) }));
    const otherwise = board.value(rule.else ?? 0);
    return (unit) => (tried.find(({ holds }) => holds(unit))?.points ?? otherwise)(unit);
  },
};
