import {
  type Amount,
  compare,
  type Decimal,
  decimal,
  exact,
  type ForeignAmount,
  isZero,
  round,
  sum,
} from '../money/decimal.ts';
import type { UnitInput } from '../scoring/board.ts';
import { type Evaluation, evaluate } from '../scoring/evaluate.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { TargetMetric } from '../target/target.ts';
import { NO_FACTS, totalFacts, type UnitFacts } from './facts.ts';
import { halfwayOf } from './halfway.ts';
import type { BoardUnit, FactsByUnit, LeaderboardInputs, MoreFigures, TargetsByUnit } from './leaderboard-inputs.ts';
import type { Compared, LeaderboardGroup, LeaderboardModel, LeaderboardRow } from './model.ts';

const FACT_INPUTS = {
  signed_count: 'signedCount',
  signed_amount: 'signedAmount',
  landed_count: 'landedCount',
  started_count: 'startedCount',
  producing_count: 'producingCount',
  funds: 'funds',
  fixed_assets: 'fixedAssets',
  fdi: 'fdi',
} as const satisfies Record<string, keyof UnitFacts>;

const TARGET_INPUTS = {
  signed_count_target: 'signed-count',
  signed_amount_target: 'signed-amount',
  started_count_target: 'started-count',
  producing_count_target: 'producing-count',
  funds_target: 'funds',
  fdi_target: 'foreign-capital',
  fixed_assets_target: 'fixed-assets',
  lead_count_target: 'leads',
} as const satisfies Record<string, TargetMetric>;

/** The names of figures that every board has: the year's facts and the annual targets. */
export const GIVEN_INPUTS: ReadonlySet<string> = new Set([...Object.keys(FACT_INPUTS), ...Object.keys(TARGET_INPUTS)]);

/** The inputs a scheme sees of a unit. */
export function schemeInput(
  unit: BoardUnit,
  facts: UnitFacts,
  targets: TargetsByUnit,
  more?: MoreFigures | null,
): UnitInput {
  const own = targets.get(unit.id) ?? {};
  const further = more?.byUnit.get(unit.id) ?? {};
  return {
    name: unit.name,
    group: unit.group,
    inputs: {
      ...Object.fromEntries(Object.entries(FACT_INPUTS).map(([name, fact]) => [name, facts[fact]])),
      ...Object.fromEntries(Object.entries(TARGET_INPUTS).map(([name, metric]) => [name, own[metric] ?? null])),
      ...Object.fromEntries((more?.names ?? []).map((name) => [name, further[name] ?? '0'])),
    },
  };
}

/** Scores a stretch: the evaluation of all units in the order given. */
export const scoreUnits = (
  units: readonly BoardUnit[],
  facts: FactsByUnit,
  targets: TargetsByUnit,
  scheme: Scheme,
  more?: MoreFigures | null,
): Evaluation =>
  evaluate(
    scheme,
    units.map((unit) => schemeInput(unit, facts.get(unit.id) ?? NO_FACTS, targets, more)),
  );

/** The leaderboard: ranked by composite score inside each group, with the change of place, 同比 and the blank units. */
export function leaderboard(inputs: LeaderboardInputs): LeaderboardModel {
  const { units, cumulative, before, month, targets, scheme } = inputs;
  const now = scoreUnits(units, cumulative, targets, scheme, inputs.more?.cumulative);
  const then = before && scoreUnits(units, before, targets, scheme, inputs.more?.before);
  const rows = units.map((unit, index) => rowOf(unit, index, now, then, inputs));
  const ofMonth = (unit: BoardUnit) => month.get(unit.id) ?? NO_FACTS;
  const blank = (metrics: readonly TargetMetric[], is: (facts: UnitFacts) => boolean) =>
    tasked(units, targets, metrics)
      .filter((unit) => is(ofMonth(unit)))
      .map((unit) => unit.name);
  return {
    ...inputs.head,
    kind: 'leaderboard',
    totals: totalsOf(inputs),
    pace: inputs.pace,
    groups: groupsOf(rows),
    blanks: {
      signed: blank(['signed-count', 'signed-amount'], (facts) => isZero(facts.signedCount)),
      started: blank(['started-count'], (facts) => isZero(facts.startedCount)),
      funds: blank(['funds'], (facts) => compare(facts.funds, '0' as Amount) <= 0),
    },
    provisional: inputs.provisional,
    ...lateOf(inputs),
    ...(inputs.peers ? { peers: inputs.peers } : {}),
    ...(inputs.asides ? { asides: inputs.asides } : {}),
    ...(/^\d{4}(?:-H[12])?$/.test(inputs.head.periodKey) ? { halfway: halfwayOf(inputs) } : {}),
  };
}

/** A board without yellow flags: they are told by 季榜, after the quiet check. */
export const withoutYellow = (model: LeaderboardModel): LeaderboardModel => ({
  ...model,
  groups: model.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => (row.flag === 'yellow' ? { ...row, flag: null } : row)),
  })),
});

/**
 * Units with a task of these kinds: only they can have a blank sheet (conventions, section 3). Where nobody has such a
 * task, all units.
 */
export function tasked<Unit extends { readonly id: number }>(
  units: readonly Unit[],
  targets: TargetsByUnit,
  metrics: readonly TargetMetric[],
): readonly Unit[] {
  const found = units.filter(({ id }) => metrics.some((metric) => targets.get(id)?.[metric] !== undefined));
  return found.length > 0 ? found : units;
}

function rowOf(
  unit: BoardUnit,
  index: number,
  now: Evaluation,
  then: Evaluation | null,
  inputs: LeaderboardInputs,
): LeaderboardRow {
  const facts = inputs.cumulative.get(unit.id) ?? NO_FACTS;
  const month = inputs.month.get(unit.id) ?? NO_FACTS;
  const target = inputs.targets.get(unit.id) ?? {};
  const outcome = now.outcomes[index];
  const was = then?.outcomes[index]?.rank ?? null;
  const rank = outcome?.rank ?? null;
  const total = outcome ? now.figures.measure('total')(outcome.unit) : null;
  return {
    unitId: unit.id,
    unit: unit.name,
    group: unit.group,
    rank,
    change: rank === null || was === null ? null : was - rank,
    score: outcome ? shown(now, 'total', index) : '—',
    scoreShare: total === null ? decimal('0') : decimal(round(total.div(fullMarks(inputs.scheme)), 6)),
    points: Object.fromEntries(now.items.map(({ item }) => [item.id, shown(now, item.id, index)])),
    signedCount: facts.signedCount,
    signedAmount: facts.signedAmount,
    funds: facts.funds,
    fundsTarget: (target.funds ?? null) as Amount | null,
    startedCount: facts.startedCount,
    fdi: facts.fdi,
    fdiTarget: (target['foreign-capital'] ?? null) as ForeignAmount | null,
    month: { signedCount: month.signedCount, startedCount: month.startedCount, funds: month.funds },
    flag: inputs.unflagged?.includes(unit.id) ? null : flagOf(outcome?.awards ?? [], inputs.yellowHeld ?? false),
  };
}

const flagOf = (awards: readonly string[], yellowHeld: boolean): 'red' | 'yellow' | null =>
  awards.includes('红旗') ? 'red' : awards.includes('黄旗') && !yellowHeld ? 'yellow' : null;

/** What of the month's figures is 补报, summed over the board's units; nothing where none is. */
function lateOf({ late, units }: LeaderboardInputs): Pick<LeaderboardModel, 'late'> {
  if (!late) return {};
  const { signedCount, startedCount, funds, fdi } = totalFacts(units.map(({ id }) => late.get(id) ?? NO_FACTS));
  const some = [signedCount, startedCount, funds, fdi].some((value) => !isZero(value));
  return some ? { late: { signedCount, startedCount, funds, fdi } } : {};
}

function shown(evaluation: Evaluation, name: string, index: number): string {
  const unit = evaluation.outcomes[index]?.unit;
  const value = unit && evaluation.figures.measure(name)(unit);
  return value ? round(value, 2) : '—';
}

/** The sum of the items' full marks, at least 1. */
function fullMarks(scheme: Scheme): number {
  const fulls = (scheme.items ?? []).map((item) => (typeof item.full === 'number' ? item.full : 0));
  return fulls.reduce((total, full) => total + full, 0) || 100;
}

function groupsOf(rows: readonly LeaderboardRow[]): readonly LeaderboardGroup[] {
  const names = [...new Set(rows.map((row) => row.group))];
  const place = (row: LeaderboardRow) => row.rank ?? Number.MAX_SAFE_INTEGER;
  return names.map((name) => ({
    name,
    rows: rows.filter((row) => row.group === name).sort((a, b) => place(a) - place(b)),
  }));
}

function totalsOf({
  units,
  cumulative,
  lastYear,
  lastYearThen,
  targets,
}: LeaderboardInputs): LeaderboardModel['totals'] {
  const now = totalFacts(units.map((unit) => cumulative.get(unit.id) ?? NO_FACTS));
  const base = lastYear && totalFacts(lastYear.values());
  const then = lastYearThen && totalFacts(lastYearThen.values());
  const compared = <Name extends keyof UnitFacts>(name: Name): Compared<UnitFacts[Name]> => ({
    now: now[name],
    base: base?.[name] ?? null,
    ...(lastYearThen === undefined ? {} : { reported: then?.[name] ?? null }),
  });
  return {
    funds: compared('funds'),
    fundsTarget: targetSum<Amount>(targets, 'funds'),
    signedCount: compared('signedCount'),
    signedAmount: compared('signedAmount'),
    startedCount: compared('startedCount'),
    fdi: compared('fdi'),
    fdiTarget: targetSum<ForeignAmount>(targets, 'foreign-capital'),
  };
}

function targetSum<Value extends Decimal>(targets: TargetsByUnit, metric: TargetMetric): Value | null {
  const given = [...targets.values()].flatMap((own) => (own[metric] === undefined ? [] : [own[metric] as Value]));
  return given.length === 0 ? null : sum(given);
}

/** Why a unit got its flag: its strongest or weakest items, in words. */
export function flagReason(row: LeaderboardRow, scheme: Scheme): string {
  const items = (scheme.items ?? []).flatMap((item) => {
    const full = typeof item.full === 'number' ? item.full : 0;
    const points = row.points[item.id];
    return full > 0 && points !== undefined && points !== '—'
      ? [{ id: item.id, text: `${item.id} ${points}/${full}`, share: exact(decimal(points)).div(full) }]
      : [];
  });
  const sorted = [...items].sort((a, b) => a.share.compare(b.share));
  const chosen = row.flag === 'red' ? sorted.reverse().slice(0, 2) : sorted.slice(0, 2);
  return chosen.map((item) => item.text).join('，');
}
