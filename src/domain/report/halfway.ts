import { compare, type Decimal, decimal, exact, sum } from '../money/decimal.ts';
import { paceValue } from '../target/pace.ts';
import { TARGET_METRICS, type TargetMetric } from '../target/target.ts';
import { NO_FACTS, type UnitFacts } from './facts.ts';
import type { LeaderboardInputs } from './leaderboard-inputs.ts';
import type { Halfway, HalfwayMetric } from './model.ts';

/** Where the done figure of a target stands. */
const DONE: Readonly<Partial<Record<TargetMetric, keyof UnitFacts>>> = {
  funds: 'funds',
  'signed-amount': 'signedAmount',
  'signed-count': 'signedCount',
  'started-count': 'startedCount',
  'producing-count': 'producingCount',
  'fixed-assets': 'fixedAssets',
  'foreign-capital': 'fdi',
};

/**
 * 双过半 at 30 June, 全年 at the year's end: by metric and unit whether what is done has reached the schedule's share of the
 * annual target (a half, the whole). Units without a target are left out, not failed (conventions, section 4).
 */
export function halfwayOf({ units, cumulative, targets, pace }: LeaderboardInputs): Halfway {
  const share = paceValue(pace);
  const metrics = (Object.keys(DONE) as TargetMetric[]).flatMap((metric): readonly HalfwayMetric[] => {
    const rows = units.flatMap((unit) => {
      const target = targets.get(unit.id)?.[metric];
      if (target === undefined) return [];
      const done = doneOf(cumulative.get(unit.id) ?? NO_FACTS, metric);
      return [{ unit: unit.name, done, target, passed: exact(done).compare(exact(target).mul(share)) >= 0 }];
    });
    if (rows.length === 0) return [];
    const { name, unit } = TARGET_METRICS[metric];
    const totals = { done: sum(rows.map(({ done }) => done)), target: sum(rows.map(({ target }) => target)) };
    return [{ metric, name, unit, ...totals, rows }];
  });
  const names = units.map(({ name }) => name);
  const withTasks = names.filter((name) => metrics.some(({ rows }) => rows.some(({ unit }) => unit === name)));
  return {
    metrics,
    withTasks: withTasks.length,
    allPassed: withTasks.filter((name) =>
      metrics.every(({ rows }) => rows.every(({ unit, passed }) => unit !== name || passed)),
    ),
  };
}

/** What is done of a target; 0 for what the year's facts do not hold. */
export const doneOf = (facts: UnitFacts, metric: TargetMetric): Decimal => {
  const field = DONE[metric];
  return field ? facts[field] : decimal('0');
};

/** How many have passed and who has not, the furthest behind first. */
export function behindOf({ rows }: HalfwayMetric): { readonly passed: number; readonly behind: readonly string[] } {
  const left = rows.filter(({ passed }) => !passed);
  const rate = ({ done, target }: (typeof left)[number]) => exact(done).div(exact(target));
  return {
    passed: rows.length - left.length,
    behind: [...left].sort((a, b) => rate(a).compare(rate(b)) || compare(a.target, b.target)).map(({ unit }) => unit),
  };
}
