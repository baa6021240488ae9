import {
  activityCounts,
  type Between,
  type DigestItem,
  funnelCounts,
  newLeads,
  openProblemList,
  overdueTasks,
  taskCounts,
  tasksDue,
  type UnitWeek,
  unitWeeks,
  verifiedFunds,
  verifiedMoves,
} from '../db/digest.repository.ts';
import { fundsBySpan, unitFacts } from '../db/facts.repository.ts';
import { keyProjects } from '../db/key-project.repository.ts';
import { keptCuts } from '../db/report.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { addDays, type CalendarDate, dateAt, instantAt, partsOf } from '../domain/calendar/date.ts';
import { holidayName } from '../domain/calendar/holidays.ts';
import { weekOf } from '../domain/calendar/period.ts';
import { addWorkdays, lastWorkdayOfWeek, type WorkCalendar } from '../domain/calendar/workday.ts';
import { type Amount, type Decimal, decimal, isNegative, isZero, subtract, sum } from '../domain/money/decimal.ts';
import { NO_FACTS } from '../domain/report/facts.ts';
import { scoreUnits } from '../domain/report/leaderboard.ts';
import type { BoardUnit, FactsByUnit } from '../domain/report/leaderboard-inputs.ts';
import type { DigestModel, DigestRow, FunnelStep, Mover } from '../domain/report/model.ts';
import { assessedUnits, instantLabel, issuerOf, planFor, type Reporting, targetsFor } from './board.service.ts';
import { prepareScheme, readMore } from './figures.service.ts';
import { latestPeers } from './peer.service.ts';
import { placeName } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** A digest's org: with its calendar, which decides when each week's digest is due. */
export interface DigestOrg extends Reporting {
  readonly calendar: WorkCalendar;
}

const BARS = 12;
const MOVERS = 3;
const LISTED = 8;

/** When the digest of the day's week is due: the last workday of the week at the org's hour; null in a week off. */
export function digestDue(day: CalendarDate, org: DigestOrg): Date | null {
  const last = lastWorkdayOfWeek(org.calendar, day);
  return last && instantAt(last, org.settings.digestAt, org.timeZone);
}

/** Where the digests of the last months were cut, by week: one posted early begins the next one early. */
const cutsBefore = (tx: OrgTx, day: CalendarDate): Promise<Cuts> =>
  keptCuts(
    tx,
    'weekly',
    Array.from({ length: BARS + 7 }, (_, back) => weekOf(addDays(day, -7 * (back + 1))).key),
  );

type Cuts = ReadonlyMap<string, Date>;

/** The instant at which the last digest before the day's week was cut, or was due. */
function cutBefore(day: CalendarDate, org: DigestOrg, cuts: Cuts): Date {
  for (let week = 1; week < 6; week += 1) {
    const before = addDays(day, -7 * week);
    const due = cuts.get(weekOf(before).key) ?? digestDue(before, org);
    if (due) return due;
  }
  return instantAt(addDays(day, -7), org.settings.digestAt, org.timeZone);
}

/** The weekly digest that is due in the day's week, cut at `upto` (its due instant, or now for a preview). */
export async function buildDigest(tx: OrgTx, org: DigestOrg, day: CalendarDate, upto: Date): Promise<DigestModel> {
  const cuts = await cutsBefore(tx, day);
  const after = cutBefore(day, org, cuts);
  const span = { after, upto };
  const weekBefore = { after: cutBefore(addDays(day, -7), org, cuts), upto: after };
  const today = dateAt(upto, org.timeZone);
  const week = weekOf(day);
  const units = await assessedUnits(tx, { from: today, to: today });
  const [leads, moves, money, weeks] = [
    await newLeads(tx, span),
    await verifiedMoves(tx, span),
    await verifiedFunds(tx, span),
    await unitWeeks(tx, span, today),
  ];
  const before = {
    leads: await newLeads(tx, weekBefore),
    moves: await verifiedMoves(tx, weekBefore),
    activities: await activityCounts(tx, weekBefore),
  };
  const activities = await activityCounts(tx, span);
  const bars = await barsOf(tx, org, day, upto, cuts);
  const nextDay = addWorkdays(org.calendar, today, 1);
  const signed = (items: readonly DigestItem[]) => items.filter((item) => item.stage === '签约');
  const amounts = (items: readonly DigestItem[]) => sum(items.flatMap((item) => (item.amount ? [item.amount] : [])));
  const rows = rowsOf(units, weeks);
  const peers = await latestPeers(tx, org, today, upto);
  return {
    kind: 'digest',
    org: placeName(org.name),
    issuer: issuerOf(org),
    title: '招商引资周报',
    periodKey: week.key,
    periodLabel: `第${Number(week.key.slice(-2))}周`,
    spanLabel: `${instantLabel(after, org.timeZone)}—${instantLabel(upto, org.timeZone)}`,
    cutOff: upto.toISOString(),
    cutOffLabel: instantLabel(upto, org.timeZone),
    calibre:
      '到位资金、签约为本期内经投促中心核实的数（快报数）；线索、活动按填报时间；环比与上一期周报比较，两期首尾相接、不重不漏。',
    scheme: null,
    funds: { now: bars.at(-1)?.funds ?? zero(), before: bars.at(-2)?.funds ?? zero() },
    signedCount: { now: decimal(signed(moves).length), before: decimal(signed(before.moves).length) },
    signedAmount: { now: amounts(signed(moves)), before: amounts(signed(before.moves)) },
    leads: { now: decimal(leads.length), before: decimal(before.leads.length) },
    outings: { now: decimal(activities.outings), before: decimal(before.activities.outings) },
    receptions: { now: decimal(activities.receptions), before: decimal(before.activities.receptions) },
    weeks: bars,
    movers: await moversOf(tx, org, units, span, weeks),
    funnel: funnelOf(await funnelCounts(tx, partsOf(today).year, span)),
    rows,
    newLeads: leads.map(itemText),
    moves: moves.map((item) => `${itemText(item)} ${item.stage}`),
    money: money.map(itemText),
    keyProjects: (await keyProjects(tx)).slice(0, LISTED).map(({ id, name, stage, leader, by, aim }) => {
      const target = by ? `，${partsOf(by).month}月${partsOf(by).day}日前${aim ?? ''}` : '';
      return `X${id} ${name}：${stage}${leader ? `（${leader}）` : ''}${target}`;
    }),
    overdue: (await overdueTasks(tx, addWorkdays(org.calendar, today, -org.settings.ladderDigestWorkdays)))
      .slice(0, LISTED)
      .map(workText),
    problems: (await openProblemList(tx)).slice(0, LISTED).map(workText),
    silent: rows.filter((row) => isSilent(row)).map((row) => row.unit),
    nextWeek: (await tasksDue(tx, nextDay, addDays(nextDay, 6))).slice(0, LISTED).map(workText),
    tasks: await taskCounts(tx, span, today),
    ...(peers ? { peers } : {}),
  };
}

const zero = (): Amount => '0' as Amount;

/** "X113 华辰光伏组件项目（临洺关镇，120000）": the amount stays exact; renderings write it. */
const itemText = ({ projectId, name, unit }: DigestItem): string => `X${projectId} ${name}${unit ? `（${unit}）` : ''}`;

const workText = ({
  number,
  title,
  who,
  dueOn,
}: {
  number: string;
  title: string;
  who: string | null;
  dueOn: CalendarDate;
}): string =>
  `${number} ${title.length > 30 ? `${title.slice(0, 29)}…` : title}（${who ? `${who}，` : ''}${partsOf(dueOn).month}月${partsOf(dueOn).day}日）`;

const isSilent = (row: DigestRow): boolean =>
  row.leads + row.progress + row.activities + row.tasksDone === 0 && isZero(row.signed) && isZero(row.funds);

function rowsOf(units: readonly BoardUnit[], weeks: readonly UnitWeek[]): readonly DigestRow[] {
  return units.map((unit) => {
    const week = weeks.find((one) => one.unitId === unit.id);
    const nothing = {
      leads: 0,
      progress: 0,
      signed: '0' as Decimal,
      funds: zero(),
      activities: 0,
      tasksDone: 0,
      tasksOverdue: 0,
    };
    const { unitId: _, ...did } = week ?? { unitId: unit.id, ...nothing };
    return { unit: unit.name, group: unit.group, ...did };
  });
}

/** The last twelve digests' funds, this one included. */
async function barsOf(
  tx: OrgTx,
  org: DigestOrg,
  day: CalendarDate,
  upto: Date,
  cuts: Cuts,
): Promise<DigestModel['weeks']> {
  const edges: Date[] = [];
  const days: CalendarDate[] = [];
  for (let back = BARS; back >= 1; back -= 1) {
    edges.push(cutBefore(addDays(day, -7 * (back - 1)), org, cuts));
    days.push(addDays(day, -7 * (back - 1)));
  }
  const funds = await fundsBySpan(tx, [...edges, upto]);
  return days.map((one, at) => ({
    label: String(Number(weekOf(one).key.slice(-2))),
    funds: (funds[at] ?? zero()) as Amount,
    note: holidayIn(weekOf(one).from, weekOf(one).to),
  }));
}

function holidayIn(from: CalendarDate, to: CalendarDate): string | null {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const name = holidayName(day);
    if (name) return name;
  }
  return null;
}

/** Units whose place moved most between the two cut-offs, with why. */
async function moversOf(
  tx: OrgTx,
  org: DigestOrg,
  units: readonly BoardUnit[],
  { after, upto }: Between,
  weeks: readonly UnitWeek[],
): Promise<readonly Mover[]> {
  const today = dateAt(upto, org.timeZone);
  const books = booksOf(org.settings);
  const year = books.holding('year', today);
  const prepared = prepareScheme((await planFor(tx, today)).plan.scheme);
  const { scheme } = prepared;
  const targets = await targetsFor(tx, books.taskYear(today).year, units);
  const now: FactsByUnit = await unitFacts(tx, { from: year.from, to: year.to, cutOff: upto });
  const then: FactsByUnit = await unitFacts(tx, { from: year.from, to: year.to, cutOff: after });
  const more = (cutOff: Date) =>
    readMore(tx, org, prepared, { cumulative: { from: year.from, to: today, cutOff }, periodFrom: year.from });
  const ranks = scoreUnits(units, now, targets, scheme, await more(upto));
  const former = scoreUnits(units, then, targets, scheme, await more(after));
  return units
    .flatMap((unit, at) => {
      const [to, from] = [ranks.outcomes[at]?.rank, former.outcomes[at]?.rank];
      if (!to || !from || to === from) return [];
      return [{ unit: unit.name, group: unit.group, from, to, why: reason(unit, now, then, weeks, to < from) }];
    })
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, MOVERS);
}

function reason(unit: BoardUnit, now: FactsByUnit, then: FactsByUnit, weeks: readonly UnitWeek[], up: boolean): string {
  const [a, b] = [now.get(unit.id) ?? NO_FACTS, then.get(unit.id) ?? NO_FACTS];
  const signed = subtract(a.signedCount, b.signedCount);
  const started = subtract(a.startedCount, b.startedCount);
  const funds = subtract(a.funds, b.funds);
  const parts = [
    isZero(signed) ? '' : `新签约 ${signed} 个`,
    isZero(started) ? '' : `新开工 ${started} 个`,
    isZero(funds) ? '' : `到位资金${isNegative(funds) ? '冲减' : '增加'} ${funds.replace('-', '')} 万元`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join('，');
  const week = weeks.find((one) => one.unitId === unit.id);
  if (up) return '其他单位位次变化';
  return week && week.tasksOverdue > 0
    ? `本期无新增，${week.tasksOverdue} 项任务超期`
    : '本期没有新的签约、开工和到位资金';
}

const FUNNEL = ['线索', '在谈', '签约', '落地', '开工', '投产'];

const funnelOf = (counts: Awaited<ReturnType<typeof funnelCounts>>): readonly FunnelStep[] =>
  FUNNEL.map((stage) => {
    const found = counts.find((one) => one.stage === stage);
    return {
      stage,
      count: found?.count ?? 0,
      amount: stage === '线索' ? null : (found?.amount ?? zero()),
      added: found?.added ?? 0,
    };
  });
