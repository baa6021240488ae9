import type { BoardInputs } from './board.ts';
import type { UnitFacts } from './facts.ts';
import type { LeaderboardInputs, MoreFigures } from './leaderboard-inputs.ts';

type Kept<Inputs> = { readonly [Name in keyof Inputs]: unknown };

const mapOf = <Value>(pairs: unknown): ReadonlyMap<number, Value> =>
  new Map(pairs as readonly (readonly [number, Value])[]);

const moreOf = (more: MoreFigures | null | undefined): MoreFigures | null =>
  more ? { ...more, byUnit: mapOf(more.byUnit) } : null;

/** A leaderboard's inputs as they were before they were kept as JSON: lists of pairs become maps again. */
export function keptLeaderboard(json: unknown): LeaderboardInputs {
  const kept = json as Kept<LeaderboardInputs>;
  const { more } = json as Pick<LeaderboardInputs, 'more'>;
  return {
    ...(json as LeaderboardInputs),
    targets: mapOf(kept.targets),
    cumulative: mapOf(kept.cumulative),
    before: kept.before === null ? null : mapOf(kept.before),
    month: mapOf(kept.month),
    lastYear: kept.lastYear === null ? null : mapOf(kept.lastYear),
    ...(kept.late === undefined ? {} : { late: mapOf<UnitFacts>(kept.late) }),
    ...(kept.lastYearThen === undefined
      ? {}
      : { lastYearThen: kept.lastYearThen === null ? null : mapOf<UnitFacts>(kept.lastYearThen) }),
    ...(more ? { more: { cumulative: moreOf(more.cumulative) ?? more.cumulative, before: moreOf(more.before) } } : {}),
  };
}

/** A single board's inputs as they were before they were kept as JSON. */
export function keptBoard(json: unknown): BoardInputs {
  const kept = json as Kept<BoardInputs>;
  const { more } = json as BoardInputs;
  return {
    ...(json as BoardInputs),
    targets: mapOf(kept.targets),
    facts: mapOf(kept.facts),
    more: moreOf(more),
  };
}
