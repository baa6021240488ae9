import { compare, type Decimal, exact, subtract } from '../money/decimal.ts';
import { TARGET_METRICS, type TargetMetric } from '../target/target.ts';
import type { PeerStanding } from './model.ts';

/** One place's published figure of a metric; money 万元 or 万美元, counts 个. */
export interface PeerFigure {
  readonly place: string;
  /** Our own. */
  readonly ours: boolean;
  readonly metric: TargetMetric;
  readonly value: Decimal;
}

/**
 * Where we stand among the places of a bulletin in each metric, in its order: our rank (equal figures share a place), the
 * gap to the one above, the one behind and the first. A metric without our own figure, or with ours alone, is left out.
 */
export function peerStandings(figures: readonly PeerFigure[]): readonly PeerStanding[] {
  const metrics = [...new Set(figures.map(({ metric }) => metric))];
  return metrics.flatMap((metric): readonly PeerStanding[] => {
    const rows = figures.filter((figure) => figure.metric === metric).sort((a, b) => compare(b.value, a.value));
    const own = rows.find(({ ours }) => ours);
    const [first] = rows;
    if (!own || !first || rows.length < 2) return [];
    const better = rows.filter(({ value }) => compare(value, own.value) > 0);
    const worse = rows.filter(({ value }) => compare(value, own.value) < 0);
    const gap = (other: PeerFigure | undefined) =>
      other ? { place: other.place, gap: subtract(other.value, own.value) } : null;
    return [
      {
        metric,
        name: TARGET_METRICS[metric].name,
        unit: TARGET_METRICS[metric].unit,
        value: own.value,
        rank: better.length + 1,
        of: rows.length,
        above: gap(better.at(-1)),
        below: gap(worse[0]),
        first: better.length > 0 ? gap(first) : null,
      },
    ];
  });
}

/**
 * Our mean project size (signed amount ÷ signed count) over that of all the places together, as an exact fraction text
 * ("4/5"); null where either figure is missing or there was nothing signed.
 */
export function meanSizeRatio(figures: readonly PeerFigure[]): string | null {
  const places = [...new Set(figures.map(({ place }) => place))];
  const of = (place: string, metric: TargetMetric) =>
    figures.find((figure) => figure.place === place && figure.metric === metric);
  const both = places.flatMap((place) => {
    const [amount, count] = [of(place, 'signed-amount'), of(place, 'signed-count')];
    return amount && count ? [{ ours: amount.ours, amount: exact(amount.value), count: exact(count.value) }] : [];
  });
  const own = both.find(({ ours }) => ours);
  const amount = both.reduce((total, one) => total.add(one.amount), exact(0));
  const count = both.reduce((total, one) => total.add(one.count), exact(0));
  if (!own || both.length < 2 || own.count.n === 0n || amount.n === 0n) return null;
  return own.amount.div(own.count).div(amount.div(count)).toFraction();
}
