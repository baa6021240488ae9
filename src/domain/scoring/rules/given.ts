import { choice, need, record } from '../shape.ts';
import { type Value, value } from '../value.ts';
import type { RuleKind } from './rule.ts';

/** A value as it is: a person's marks, or a metric. */
export interface Given {
  readonly kind: 'given';
  readonly value: Value;
}

export const given: RuleKind<Given> = {
  shape: record<Given>({ kind: need(choice('given')), value: need(value) }),
  points: (rule, board) => board.value(rule.value),
};
