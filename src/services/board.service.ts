import { createHash } from 'node:crypto';
import { hasHistory, unitFacts } from '../db/facts.repository.ts';
import { listUnits } from '../db/roster.repository.ts';
import { boardsOn } from '../db/scheme.repository.ts';
import { listTargets } from '../db/target.repository.ts';
import { addDays, type CalendarDate, clockAt, dateAt, endOfMonth, partsOf } from '../domain/calendar/date.ts';
import { lastYear, monthOf, type Period, previous, yearToMonth } from '../domain/calendar/period.ts';
import { type Decimal, isZero } from '../domain/money/decimal.ts';
import { type BoardPlan, chooses, MAIN_BOARD, readBoardPlan } from '../domain/report/board-plan.ts';
import { joinFacts } from '../domain/report/facts.ts';
import type { Frame, KnownSpan } from '../domain/report/figure-name.ts';
import { leaderboard } from '../domain/report/leaderboard.ts';
import type { BoardUnit, LeaderboardInputs, TargetsByUnit } from '../domain/report/leaderboard-inputs.ts';
import type { LeaderboardModel, ReportHead } from '../domain/report/model.ts';
import { defaultScheme } from '../domain/scoring/default-scheme.ts';
import type { Scheme } from '../domain/scoring/scheme.ts';
import type { Settings } from '../domain/settings.ts';
import { paceOf } from '../domain/target/pace.ts';
import type { TargetMetric } from '../domain/target/target.ts';
import { prepareScheme, readMore } from './figures.service.ts';
import { latestPeers } from './peer.service.ts';
import { periodLabel, placeName } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** The org as reports name it. */
export interface Reporting {
  readonly name: string;
  readonly timeZone: string;
  readonly settings: Settings;
}

/** A leaderboard with everything it was made of. */
export interface Board {
  readonly model: LeaderboardModel;
  readonly inputs: LeaderboardInputs;
  readonly schemeId: number | null;
}

/** Who issues an org's papers. */
export const issuerOf = (org: Reporting): string =>
  org.settings.issuer || `${placeName(org.name)}招商引资工作领导小组办公室`;

/**
 * The leaderboard of a month, quarter, half or year: figures from 1 January to the period's end, as known at the cut-off.
 * Units that end before or begin after the period are left out. Read in a snapshot or the closing's own transaction.
 */
export async function buildBoard(tx: OrgTx, org: Reporting, period: Period, cutOff: Date): Promise<Board> {
  const end = period.to;
  const today = dateAt(cutOff, org.timeZone);
  const cumulative = { from: yearStart(end), to: end, cutOff };
  const month = monthOf(end);
  const prior = addDays(period.from, -1);
  const year = lastYear(yearToMonth(end));
  const { plan, schemeId } = await planFor(tx, end);
  const prepared = prepareScheme(plan.scheme);
  const { scheme } = prepared;
  const { units, unflagged } = await unitsOn(tx, period, plan);
  const sameYear = partsOf(prior).year === partsOf(end).year;
  const peers = await latestPeers(tx, org, end < today ? end : today, cutOff);
  const before = sameYear ? await unitFacts(tx, { ...cumulative, to: prior }) : null;
  const ofMonth = await unitFacts(tx, { from: month.from, to: month.to, cutOff });
  const inputs: LeaderboardInputs = {
    head: headOf(org, period, cutOff, scheme),
    units,
    targets: await targetsFor(tx, partsOf(end).year, units),
    // The year to a month's end is the year before it and the month: nothing is read twice.
    cumulative: period.kind === 'month' ? joinFacts(before ?? new Map(), ofMonth) : await unitFacts(tx, cumulative),
    before,
    month: ofMonth,
    lastYear: (await hasHistory(tx, addDays(year.to, 1)))
      ? await unitFacts(tx, { from: year.from, to: year.to, cutOff })
      : null,
    pace: paceOf(end, org.settings.paceTable),
    scheme,
    provisional: today <= addDays(endOfMonth(end), 15),
    ...(unflagged.length > 0 ? { unflagged } : {}),
    ...(peers ? { peers } : {}),
    ...(prepared.facts.length > 0
      ? {
          more: {
            cumulative: await readMore(tx, org, prepared, { cumulative, periodFrom: period.from }),
            before: sameYear ? await readMore(tx, org, prepared, frameOf(previous(period), cumulative)) : null,
          },
        }
      : {}),
  };
  return { model: leaderboard(inputs), inputs, schemeId };
}

/** The frame of the period before, known at the same instant. */
const frameOf = (period: Period, cumulative: KnownSpan): Frame => ({
  cumulative: { ...cumulative, to: period.to },
  periodFrom: period.from,
});

/** 1 January of the day's year. */
export const yearStart = (day: CalendarDate): CalendarDate => `${day.slice(0, 4)}-01-01` as CalendarDate;

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

const TITLES = { month: '月度', quarter: '季度', half: '半年', year: '年度' } as const;

/** What a report states about itself. */
export function headOf(org: Reporting, period: Period, cutOff: Date, scheme: Scheme): ReportHead {
  const kind = TITLES[period.kind as keyof typeof TITLES] ?? '';
  return {
    org: placeName(org.name),
    issuer: issuerOf(org),
    title: `招商引资${kind}排行榜`,
    periodKey: period.key,
    periodLabel: periodLabel(period),
    spanLabel: spanLabelOf(period),
    cutOff: cutOff.toISOString(),
    cutOffLabel: instantLabel(cutOff, org.timeZone),
    calibre:
      '签约只计正式合同，框架协议不计；各项只计投促中心核实过的填报，按发生日期计入当月，结账后补核实的计入下月并标记补报；' +
      '金额单位见表头，外资单位万美元；完成率＝累计完成÷年度任务；流转项目按约定比例分别计入各单位；' +
      `得分按《${scheme.title}》（第${scheme.version ?? 1}版）计算。`,
    scheme: { title: scheme.title, version: scheme.version ?? 1 },
  };
}

function spanLabelOf(period: Period): string {
  if (period.kind === 'range') return periodLabel(period);
  const { year, month } = partsOf(period.to);
  return month === 1 ? `${year}年1月` : `1—${month}月累计`;
}

/** "6月30日 17:00". */
export function instantLabel(instant: Date, timeZone: string): string {
  const { month, day } = partsOf(dateAt(instant, timeZone));
  return `${month}月${day}日 ${clockAt(instant, timeZone)}`;
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

export { periodLabel, placeName } from './place.ts';
