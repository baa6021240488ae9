import { exactNumber, greatest, ZERO } from '../../money/exact.ts';
import { boolean, choice, may, need, number, positive, record } from '../shape.ts';
import { type NumberBy, numberBy, type Value, value } from '../value.ts';
import type { RuleKind } from './rule.ts';

/** start (0) + points × max(0, value − after (0)) ÷ per (1); only whole steps where `whole`. Negative points deduct. */
export interface Each {
  readonly kind: 'each';
  readonly value: Value;
  readonly points: NumberBy;
  readonly per?: number;
  readonly whole?: boolean;
  readonly after?: number;
  readonly start?: number;
}

export const each: RuleKind<Each> = {
  shape: record<Each>({
    kind: need(choice('each')),
    value: need(value),
    points: need(numberBy),
    per: may(positive),
    whole: may(boolean),
    after: may(number),
    start: may(number),
  }),
  points: (rule, board) => {
    const value = board.value(rule.value);
    const points = board.parameter(rule.points);
    const after = exactNumber(rule.after ?? 0);
    const per = exactNumber(rule.per ?? 1);
    const start = exactNumber(rule.start ?? 0);
    return (unit) => {
      const seen = value(unit);
      const worth = points(unit);
      if (seen === null || worth === null) return null;
      const steps = greatest(ZERO, seen.sub(after)).div(per);
      return start.add(worth.mul(rule.whole ? steps.floor() : steps));
    };
  },
};
