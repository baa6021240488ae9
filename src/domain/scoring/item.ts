import { type Exact, exactNumber, greatest, least, ONE, ZERO } from '../money/exact.ts';
import type { Board, ItemMeasure, Measure, Unit } from './board.ts';
import { remembered } from './memory.ts';
import { rounded } from './rounding.ts';
import { ruleKinds } from './rules/registry.ts';
import type { Rule, RuleKind } from './rules/rule.ts';
import type { Item } from './scheme.ts';

/** An item worked out for each unit: rule → × weight → round → min/max. */
export function itemMeasure(item: Item, board: Board): ItemMeasure {
  const applies = applyingTo(item, board);
  const raw = rulePoints(item.rule, board, board.parameter(item.full, ONE));
  const missing = missingPoints(item, board);
  const weight = board.parameter(item.weight, ONE);
  const clamp = clampOf(item, board);
  const full = board.parameter(item.full);
  return {
    points: remembered((unit) => {
      if (!applies(unit)) return null;
      const points = raw(unit) ?? missing(unit);
      return points && clamp(unit, rounded(weighted(points, weight(unit)), item.round));
    }, board.units.length),
    full: (unit) => {
      const most = full(unit);
      return most && weighted(most, weight(unit));
    },
  };
}

const weighted = (points: Exact, weight: Exact | null): Exact => {
  if (weight === null) return ZERO;
  return weight === ONE ? points : points.mul(weight);
};

function applyingTo(item: Item, board: Board): (unit: Unit) => boolean {
  const holds = item.when ? board.test(item.when) : () => true;
  const groups = item.groups;
  const isNamed = groups ? ({ group }: Unit) => group !== null && groups.includes(group) : () => true;
  return (unit) => isNamed(unit) && holds(unit);
}

function kindOf<K extends Rule['kind']>(rule: Extract<Rule, { kind: K }>): RuleKind<Extract<Rule, { kind: K }>> {
  return ruleKinds[rule.kind as K];
}

const rulePoints = (rule: Rule, board: Board, full: Measure): Measure => kindOf(rule).points(rule, board, full);

/** What a null gives: 0, full marks, or (null) that the item is left out. */
function missingPoints(item: Item, board: Board): Measure {
  if (item.missing === 'exclude') return () => null;
  if (item.missing !== 'full') return () => ZERO;
  const best = kindOf(item.rule).best?.(item.rule);
  const max = board.parameter(item.max);
  const full = board.parameter(item.full, best === undefined ? null : exactNumber(best));
  return (unit) => full(unit) ?? max(unit) ?? ZERO;
}

function clampOf(item: Item, board: Board): (unit: Unit, points: Exact) => Exact {
  if (item.min === undefined && item.max === undefined) return (_unit, points) => points;
  const min = board.parameter(item.min);
  const max = board.parameter(item.max);
  return (unit, points) => {
    const [low, high] = [min(unit), max(unit)];
    const capped = high === null ? points : least(points, high);
    return low === null ? capped : greatest(capped, low);
  };
}
