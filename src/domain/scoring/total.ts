import { divide, type Exact, exactNumber, greatest, least, sumExact } from '../money/exact.ts';
import type { ItemMeasure, Measure, Unit } from './board.ts';
import { rounded } from './rounding.ts';
import type { Total } from './scheme.ts';

/**
 * The total: sum of the items that apply → rescale → round → min/max. Null when no item applies, or when there is nothing
 * to rescale by. Rescaling divides by the sum of full marks (× weight) of the items that applied.
 */
export function totalMeasure(items: readonly ItemMeasure[], spec: Total = {}): Measure {
  const scale = spec.rescale_to === undefined ? null : exactNumber(spec.rescale_to);
  const [min, max] = [spec.min, spec.max].map((bound) => (bound === undefined ? null : exactNumber(bound)));
  return (unit) => {
    const sum = sumOf(items, unit);
    const scaled = sum && scale ? rescale(sum, scale, items, unit) : sum;
    if (scaled === null) return null;
    const capped = max ? least(rounded(scaled, spec.round), max) : rounded(scaled, spec.round);
    return min ? greatest(capped, min) : capped;
  };
}

function sumOf(items: readonly ItemMeasure[], unit: Unit): Exact | null {
  const points = items.map((item) => item.points(unit)).filter((one) => one !== null);
  return points.length === 0 ? null : sumExact(points);
}

function rescale(sum: Exact, scale: Exact, items: readonly ItemMeasure[], unit: Unit): Exact | null {
  const applied = items.filter((item) => item.points(unit) !== null);
  const full = sumExact(applied.map((item) => item.full(unit)).filter((one) => one !== null));
  return divide(sum.mul(scale), full);
}
