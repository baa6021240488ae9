import { type KnownFigure, knownFigure, listFact, measureFacts, type Setting, tailOf } from '../db/metrics/measure.ts';
import type { Metric } from '../db/metrics/metric.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import { type Decimal, exact, sum } from '../domain/money/decimal.ts';
import type { Exact } from '../domain/money/exact.ts';
import { may } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { type BehindRow, rateRows } from '../domain/report/behind.ts';
import { NO_FACTS } from '../domain/report/facts.ts';
import { spanOf } from '../domain/report/figure-name.ts';
import { keptLeaderboard } from '../domain/report/kept-inputs.ts';
import { schemeInput } from '../domain/report/leaderboard.ts';
import type { BoardUnit } from '../domain/report/leaderboard-inputs.ts';
import { figuresNamed } from '../domain/scoring/figures-named.ts';
import type { Acting } from './acting.ts';
import { instantLabel, planFor, type Reporting, unitsOn } from './board.service.ts';
import { periodLabel } from './place.ts';
import { findReport, type Published, type ReportKind } from './report.service.ts';
import type { OrgTx } from './transaction.ts';

/** A figure of one unit, or of all units of the board together. */
export interface Figure {
  /** As schemes write it ("funds/省外"). */
  readonly name: string;
  readonly label: string;
  readonly unit: Metric['unit'];
  readonly how: string;
  /** Null: a rate with nothing below the line. */
  readonly value: Exact | null;
  /** A rate's two figures. */
  readonly parts: readonly { readonly label: string; readonly unit: Metric['unit']; readonly value: Decimal }[];
}

/** Whose figures, of when. */
export interface FigureFrame {
  /** Null: all units of the board. */
  readonly unitName: string | null;
  readonly unitId: number | null;
  readonly period: Period;
  readonly periodLabel: string;
  readonly cutOffLabel: string;
  /** Whether the period's report was published: the figures are those of its cut-off. */
  readonly published: boolean;
}

/** 口径: a figure, how it is counted, and every record behind it. */
export interface Calibre extends FigureFrame {
  readonly figure: Figure;
  /** The days that are counted. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Rates and cohorts: which signings are looked at; null: not asked. */
  readonly cohort: string | null;
  readonly rows: readonly (BehindRow & { readonly under?: Decimal; readonly unitName: string })[];
  /** The rows of other units are for staff and leaders: not given. */
  readonly hidden: boolean;
  /** What was published, where it differs. */
  readonly was: Decimal | null;
}

type Looking = Acting & { readonly org: Reporting };

/** A unit; all units of the board; null: the asking person's own, or all for those who see all. */
export type Whose = number | 'all' | null;

/** Rows that one answer holds at most. */
const MOST_ROWS = 20_000;

const USUAL = ['signed_count', 'signed_amount', 'funds', 'started_count', 'fdi'];
const REPORTS: Readonly<Record<string, ReportKind>> = {
  month: 'monthly',
  quarter: 'flags',
  half: 'half',
  year: 'year',
};
const SINCE = { year: '今年签约', 'last-year': '上年以来签约', ever: '历年签约' } as const;

interface Stage extends FigureFrame {
  readonly setting: Setting;
  readonly units: readonly BoardUnit[];
  readonly report: Published | null;
}

/**
 * The stage on which figures are looked at: members see their own unit unless they name another, staff and leaders all.
 * Refusals "rank.no-unit", "figure.future".
 */
async function stageOf(tx: OrgTx, looking: Looking, asked: Whose, said: Period): Promise<Stage> {
  const { org, now, calendar, actor } = looking;
  const books = booksOf(org.settings);
  const period = books.span(said);
  const today = dateAt(now, org.timeZone);
  if (period.from > today) throw new Refusal('figure.future', { period: period.key });
  const own = seesAll(looking) ? null : actor.unitId;
  const unitId = asked === 'all' ? null : (asked ?? own);
  if (unitId === null && asked !== 'all' && !seesAll(looking)) throw new Refusal('rank.no-unit');
  const kind = REPORTS[period.kind];
  const report = kind ? await findReport(tx, kind, period.key) : null;
  const cutOff = report?.report.cutOff ?? now;
  const { plan } = await planFor(tx, period.to);
  const { units } = await unitsOn(tx, period, plan);
  const chosen = units.filter(({ id }) => unitId === null || id === unitId);
  if (chosen.length === 0) throw new Refusal('rank.not-assessed');
  return {
    unitId,
    unitName: unitId === null ? null : (chosen[0]?.name ?? null),
    period,
    periodLabel: periodLabel(period),
    cutOffLabel: instantLabel(cutOff, org.timeZone),
    published: report !== null,
    setting: {
      cumulative: {
        from: period.kind === 'range' ? period.from : books.taskYear(period.to).from,
        to: period.to,
        cutOff,
      },
      periodFrom: period.from,
      timeZone: org.timeZone,
      calendar,
      books,
    },
    units: chosen,
    report,
  };
}

const seesAll = ({ actor }: Looking): boolean => may(actor, 'verify', null) || actor.role === 'leader';

/** The figures that the composite board goes by, of one unit or of all together. Refusals as {@link calibreOf}. */
export async function figuresOf(
  tx: OrgTx,
  looking: Looking,
  asked: Whose,
  period: Period,
): Promise<FigureFrame & { readonly figures: readonly Figure[] }> {
  const stage = await stageOf(tx, looking, asked, period);
  const { plan } = await planFor(tx, period.to);
  const named = figuresNamed(plan.scheme).map(({ name }) => name);
  const known = [...USUAL, ...named].flatMap((name) => knownFigure(name) ?? []);
  const unique = [...new Map(known.map((one) => [one.metric.name + tailOf(one.figure), one])).values()];
  const figures: Figure[] = [];
  for (const one of unique) figures.push(await measured(tx, stage, one));
  return { ...stage, figures };
}

/**
 * A figure with the rows behind it, which add up to it. Refusals: "figure.unknown", "rank.no-unit", "rank.not-assessed",
 * "figure.future".
 */
export async function calibreOf(
  tx: OrgTx,
  looking: Looking,
  asked: Whose,
  name: string,
  period: Period,
): Promise<Calibre> {
  const known = knownFigure(name);
  if (!known) throw new Refusal('figure.unknown', { words: name });
  const stage = await stageOf(tx, looking, asked, period);
  const figure = await measured(tx, stage, known);
  const hidden = !seesAll(looking) && stage.unitId !== looking.actor.unitId;
  const { from, to } = spanOf(known.figure.stretch, stage.setting, stage.setting.books);
  const { setting: _, units: __, report: ___, ...frame } = stage;
  return {
    ...frame,
    figure,
    from,
    to,
    cohort: cohortOf(known),
    rows: hidden ? [] : await rowsOf(tx, stage, known),
    hidden,
    was: publishedOther(stage, known, figure),
  };
}

async function measured(tx: OrgTx, { setting, units }: Stage, { figure, metric }: KnownFigure): Promise<Figure> {
  const tail = tailOf(figure);
  const names = 'over' in metric ? [metric.over + tail, metric.under + tail] : [metric.name + tail];
  const found = await measureFacts(tx, names, setting);
  const values = names.map((name) => sum(units.map(({ id }) => found.get(id)?.[name] ?? ('0' as Decimal))));
  const [over = '0' as Decimal, under = '0' as Decimal] = values;
  const base = { name: metric.name + tail, label: metric.label + tail, unit: metric.unit, how: metric.how };
  if (!('over' in metric)) return { ...base, value: exact(over), parts: [] };
  const parts = names.flatMap((name, at) => {
    const part = knownFigure(name);
    const value = values[at];
    return part && value !== undefined ? [{ label: part.metric.label + tail, unit: part.metric.unit, value }] : [];
  });
  return { ...base, value: under === '0' ? null : exact(over).div(exact(under)), parts };
}

async function rowsOf(tx: OrgTx, { setting, units }: Stage, { figure, metric }: KnownFigure): Promise<Calibre['rows']> {
  const ids = units.map(({ id }) => id);
  const tail = tailOf(figure);
  const list = (name: string) => listFact(tx, name + tail, setting, ids, MOST_ROWS);
  const rows = 'over' in metric ? rateRows(await list(metric.over), await list(metric.under)) : await list(metric.name);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, unitName: names.get(row.unitId) ?? '' }));
}

/** Which signings a rate or a cohort looks at, in words. */
function cohortOf({ figure, metric }: KnownFigure): string | null {
  const fact = 'over' in metric ? knownFigure(metric.under)?.metric : metric;
  if (!fact || 'over' in fact || fact.source.name !== 'signed') return null;
  const grace = figure.graceMonths ?? fact.graceMonths ?? 0;
  const since = SINCE[figure.since ?? fact.since ?? 'year'];
  return grace > 0 ? `${since}、满 ${grace} 个月的项目` : `${since}的项目`;
}

/** What the published report says of a figure, where today's records give another. */
function publishedOther({ report, units }: Stage, { figure, metric }: KnownFigure, now: Figure): Decimal | null {
  if (!report || 'over' in metric) return null;
  const kept = keptLeaderboard(report.report.inputs);
  const names = [figure.text, metric.name + tailOf(figure)];
  const values = units.flatMap((unit) => {
    const { inputs } = schemeInput(unit, kept.cumulative.get(unit.id) ?? NO_FACTS, kept.targets, kept.more?.cumulative);
    return names.flatMap((name) => (inputs[name] === undefined ? [] : [inputs[name] as Decimal])).slice(0, 1);
  });
  if (values.length < units.length) return null;
  const was = sum(values);
  return now.value && exact(was).equals(now.value) ? null : was;
}
