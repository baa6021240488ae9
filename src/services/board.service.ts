import { createHash } from 'node:crypto';
import { listUnits } from '../db/roster.repository.ts';
import { boardsOn } from '../db/scheme.repository.ts';
import { listTargets } from '../db/target.repository.ts';
import { bookSettings, booksOf } from '../domain/calendar/books.ts';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import { type Decimal, isZero } from '../domain/money/decimal.ts';
import { boardDays } from '../domain/report/board-days.ts';
import { type BoardPlan, chooses, MAIN_BOARD, readBoardPlan } from '../domain/report/board-plan.ts';
import { leaderboard } from '../domain/report/leaderboard.ts';
import type { BoardUnit, LeaderboardInputs, TargetsByUnit } from '../domain/report/leaderboard-inputs.ts';
import type { LeaderboardModel } from '../domain/report/model.ts';
import { defaultScheme } from '../domain/scoring/default-scheme.ts';
import { paceOf } from '../domain/target/pace.ts';
import type { TargetMetric } from '../domain/target/target.ts';
import { asidesOf } from './asides.ts';
import { boardFigures } from './board-figures.service.ts';
import { prepareScheme } from './figures.service.ts';
import { latestPeers } from './peer.service.ts';
import type { Reporting } from './place.ts';
import { headOf } from './report-head.ts';
import type { OrgTx } from './transaction.ts';

/** A leaderboard with everything it was made of. */
export interface Board {
  readonly model: LeaderboardModel;
  readonly inputs: LeaderboardInputs;
  readonly schemeId: number | null;
}

/**
 * The leaderboard of a month, quarter, half or year: figures from the task year's first day to the period's end, as known at the
 * cut-off.
 * Units that end before or begin after the period are left out. Read in a snapshot or the closing's own transaction.
 */
export async function buildBoard(tx: OrgTx, org: Reporting, asked: Period, cutOff: Date): Promise<Board> {
  const books = booksOf(org.settings);
  const period = books.span(asked);
  const end = period.to;
  const today = dateAt(cutOff, org.timeZone);
  const { plan, schemeId } = await planFor(tx, end);
  const prepared = prepareScheme(plan.scheme);
  const { units, unflagged } = await unitsOn(tx, period, plan);
  const { cumulative } = boardDays(books, period);
  const peers = await latestPeers(tx, org, end < today ? end : today, cutOff);
  const head = headOf(org, period, cutOff, prepared.scheme);
  const inputs: LeaderboardInputs = {
    head,
    units,
    targets: await targetsFor(tx, books.taskYear(end).year, units),
    ...(await boardFigures(tx, org, period, cutOff, prepared)),
    books: bookSettings(org.settings),
    pace: paceOf(books.taskYear(end).month, org.settings.paceTable),
    scheme: prepared.scheme,
    provisional: head.provisional ?? false,
    ...(period.kind !== 'quarter' && books.holding('quarter', end).to === end ? { yellowHeld: true } : {}),
    ...(unflagged.length > 0 ? { unflagged } : {}),
    ...(peers ? { peers } : {}),
    asides: await asidesOf(tx, org, units, period, { ...cumulative, cutOff }),
  };
  return { model: leaderboard(inputs), inputs, schemeId };
}

/** Units on a board during a period, in official order, and which of them get no flag. */
export async function unitsOn(
  tx: OrgTx,
  period: Pick<Period, 'from' | 'to'>,
  { who = {}, unflagged = { units: [] } }: Pick<BoardPlan, 'who' | 'unflagged'>,
): Promise<{ readonly units: readonly BoardUnit[]; readonly unflagged: readonly number[] }> {
  const units = (await listUnits(tx))
    .filter(
      (unit) =>
        unit.assessed &&
        unit.rankingGroup &&
        (!unit.endsOn || unit.endsOn >= period.to) &&
        (!unit.startsOn || unit.startsOn <= period.to),
    )
    .map((unit) => ({ id: unit.id, name: unit.name, group: unit.rankingGroup ?? unit.kind, kind: unit.kind }))
    .filter((unit) => chooses(who, unit));
  return {
    units: units.map(({ kind: _, ...unit }) => unit),
    unflagged: units.filter((unit) => chooses(unflagged, unit)).map(({ id }) => id),
  };
}

/** Units that are assessed during a period, in official order. */
export const assessedUnits = async (tx: OrgTx, period: Pick<Period, 'from' | 'to'>): Promise<readonly BoardUnit[]> =>
  (await unitsOn(tx, period, {})).units;

/** Annual targets of units by metric. */
export async function targetsFor(tx: OrgTx, year: number, units: readonly BoardUnit[]): Promise<TargetsByUnit> {
  const known = new Set(units.map((unit) => unit.id));
  const targets = new Map<number, Partial<Record<TargetMetric, Decimal>>>();
  for (const target of await listTargets(tx, year)) {
    if (!known.has(target.unitId) || isZero(target.annual)) continue;
    targets.set(target.unitId, { ...targets.get(target.unitId), [target.metric]: target.annual });
  }
  return targets;
}

/** The composite board in force on a day: the org's own, or the one every org starts with. */
export async function planFor(
  tx: OrgTx,
  day: CalendarDate,
): Promise<{ readonly plan: BoardPlan; readonly schemeId: number | null }> {
  const own = (await boardsOn(tx, day)).find(({ name }) => name === MAIN_BOARD);
  return own
    ? { plan: readBoardPlan(own.body), schemeId: own.id }
    : { plan: { name: MAIN_BOARD, scheme: defaultScheme }, schemeId: null };
}

/** The content hash that a published report carries: any changed figure changes it. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** JSON with sorted keys, Maps as sorted pairs. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Map) return [...inner.entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

export { periodLabel, placeName, type Reporting } from './place.ts';
export { headOf, instantLabel, issuerOf } from './report-head.ts';
