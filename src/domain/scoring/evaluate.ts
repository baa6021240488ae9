import { type Exact, exactNumber, ZERO } from '../money/exact.ts';
import { awardsOf } from './awards.ts';
import type { Board, ItemMeasure, Measure, Test, Unit, UnitInput } from './board.ts';
import { buildBoard, unitsOf } from './build-board.ts';
import { testOf } from './condition.ts';
import { type Figures, figuresOf } from './figures.ts';
import { remembered } from './memory.ts';
import type { Item, Scheme, SchemePeriod, Veto } from './scheme.ts';
import { type Standing, standingsOf } from './standing.ts';
import { totalMeasure } from './total.ts';
import type { Within } from './value.ts';

/** What a scheme makes of one unit. */
export interface Outcome {
  readonly unit: Unit;
  /** Null: not ranked. */
  readonly rank: number | null;
  readonly awards: readonly string[];
  /** Ids of the vetoes that hit the unit. */
  readonly vetoes: readonly string[];
}

/** A scheme worked out for a set of units; nothing in it is rounded but where the scheme says so. */
export interface Evaluation {
  readonly board: Board;
  readonly outcomes: readonly Outcome[];
  readonly items: readonly { readonly item: Item; readonly measure: ItemMeasure }[];
  readonly figures: Figures;
}

/**
 * units → metrics → items → total → veto → rank → awards. The scheme has passed {@link readScheme}. `progress` is the
 * period's 序时进度 where the case gives it, else the scheme's own. Refuses inputs that are no numbers (mistake.ts).
 */
export function evaluate(
  scheme: Scheme,
  inputs: readonly UnitInput[],
  progress: SchemePeriod['progress'] = scheme.period?.progress,
): Evaluation {
  const units = unitsOf(inputs);
  const board = buildBoard(scheme, units, progressOf(progress));
  const items = (scheme.items ?? []).map((item) => ({ item, measure: board.item(item) }));
  const itemMeasures = items.map(({ measure }) => measure);
  const plain = remembered(totalMeasure(itemMeasures, scheme.total), units.length);
  const hits = vetoesOf(scheme.veto ?? [], figuresOf(scheme, board, plain));
  const total: Measure = (unit) => (hits(unit).some(({ then }) => then === 'zero_total') ? ZERO : plain(unit));
  const figures = figuresOf(scheme, board, total);
  const standings = rankingOf(scheme, board, figures, hits);
  const awards = awardsOf(scheme.awards ?? [], {
    board,
    test: ({ when }) => (when ? testOf(when, figures.look) : () => true),
    standings: (within, unit) => standings(within)(unit),
    within: scheme.rank?.within ?? 'all',
  });
  const ranks = rankLookup(standings(scheme.rank?.within ?? 'all'), units);
  const outcomes = units.map((unit) => ({
    unit,
    rank: ranks(unit),
    awards: awards(unit),
    vetoes: hits(unit).map(({ id }) => id),
  }));
  return { board, outcomes, items, figures };
}

/** 序时进度 as an exact share; null when it is not set. */
function progressOf(progress: SchemePeriod['progress']): Exact | null {
  if (progress === undefined) return null;
  return typeof progress === 'number'
    ? exactNumber(progress)
    : exactNumber(progress.num).div(exactNumber(progress.den));
}

type Hits = (unit: Unit) => readonly Veto[];

function vetoesOf(vetoes: readonly Veto[], figures: Figures): Hits {
  const tests = vetoes.map((veto) => ({ veto, hits: testOf(veto.when, figures.look) }));
  const seen = new Map<Unit, readonly Veto[]>();
  return (unit) => {
    const known = seen.get(unit) ?? tests.filter(({ hits }) => hits(unit)).map(({ veto }) => veto);
    seen.set(unit, known);
    return known;
  };
}

type Ranking = (within: Within) => (unit: Unit) => readonly Standing[];

function rankingOf({ rank, show = {} }: Scheme, board: Board, figures: Figures, hits: Hits): Ranking {
  if (!rank) return () => () => [];
  const asShown = rank.compare === 'shown';
  const keys = rank.by.map(({ value, order }) => ({
    measure: figures.measure(value),
    order: order ?? ('desc' as const),
    show: asShown && typeof value === 'string' && Object.hasOwn(show, value) ? (show[value] ?? null) : null,
  }));
  const is = (then: Veto['then']): Test => {
    return (unit) => hits(unit).some((veto) => veto.then === then);
  };
  const isLast = is('last');
  const isOut = is('unranked');
  const build = (units: readonly Unit[]) =>
    standingsOf(
      units.filter((unit) => !isOut(unit)),
      { keys, ties: rank.ties ?? 'skip', isLast },
    );
  const built = { all: board.pool('all', build), group: board.pool('group', build) };
  return (within) => built[within];
}

function rankLookup(standings: (unit: Unit) => readonly Standing[], units: readonly Unit[]) {
  const ranks = new Map<Unit, number>();
  for (const pool of new Set(units.map(standings))) for (const { unit, rank } of pool) ranks.set(unit, rank);
  return (unit: Unit): number | null => ranks.get(unit) ?? null;
}
