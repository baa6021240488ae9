import { divide, type Exact, exactNumber, least, ONE, ZERO } from '../../money/exact.ts';
import type { Board, Measure, Unit } from '../board.ts';
import { boolean, choice, may, need, number, numberOrNull, positive, record } from '../shape.ts';
import { type NumberBy, numberBy, type Value, value } from '../value.ts';
import type { RuleKind } from './rule.ts';

/**
 * 完成得满分，否则按比例. r = actual ÷ target (1 if absent). r < floor gives `below` (0) and nothing else; otherwise
 * full × min(r, cap), cap 1 if absent and none if null, and what `over` adds. A target of 0 gives no rate: null.
 */
export interface Completion {
  readonly kind: 'completion';
  readonly actual: Value;
  readonly target?: Value;
  readonly cap?: number | null;
  readonly floor?: number;
  readonly below?: number;
  readonly over?: Over;
}

/** `points` for each `per` of r above `from` (1), only for whole steps where `whole`, at most `max`. */
export interface Over {
  readonly from?: number;
  readonly per: number;
  readonly points: NumberBy;
  readonly whole?: boolean;
  readonly max?: NumberBy;
}

export const completion: RuleKind<Completion> = {
  shape: record<Completion>({
    kind: need(choice('completion')),
    actual: need(value),
    target: may(value),
    cap: may(numberOrNull),
    floor: may(number),
    below: may(number),
    over: may(
      record<Over>({
        from: may(number),
        per: need(positive),
        points: need(numberBy),
        whole: may(boolean),
        max: may(numberBy),
      }),
    ),
  }),
  points: (rule, board, full) => {
    const rate = rateOf(rule, board);
    const share = shareOf(rule);
    const floor = rule.floor === undefined ? null : exactNumber(rule.floor);
    const below = exactNumber(rule.below ?? 0);
    const extra = rule.over ? extraOf(rule.over, board) : () => ZERO;
    return (unit) => {
      const reached = rate(unit);
      const whole = full(unit);
      if (reached === null || whole === null) return null;
      if (floor !== null && reached.compare(floor) < 0) return below;
      return extra(unit, reached)?.add(whole.mul(share(reached))) ?? null;
    };
  },
};

function rateOf(rule: Completion, board: Board): Measure {
  const actual = board.value(rule.actual);
  const target = board.value(rule.target ?? 1);
  return (unit) => {
    const done = actual(unit);
    const wanted = target(unit);
    return done === null || wanted === null ? null : divide(done, wanted);
  };
}

function shareOf(rule: Completion): (reached: Exact) => Exact {
  if (rule.cap === null) return (reached) => reached;
  const cap = exactNumber(rule.cap ?? 1);
  return (reached) => least(reached, cap);
}

function extraOf(over: Over, board: Board): (unit: Unit, reached: Exact) => Exact | null {
  const from = over.from === undefined ? ONE : exactNumber(over.from);
  const per = exactNumber(over.per);
  const points = board.parameter(over.points);
  const max = board.parameter(over.max);
  return (unit, reached) => {
    if (reached.compare(from) <= 0) return ZERO;
    const steps = reached.sub(from).div(per);
    const added = points(unit)?.mul(over.whole ? steps.floor() : steps) ?? null;
    const most = max(unit);
    return added === null || most === null ? added : least(added, most);
  };
}
