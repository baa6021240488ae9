import type { Books } from '../../domain/calendar/books.ts';
import type { WorkCalendar } from '../../domain/calendar/workday.ts';
import type { Decimal } from '../../domain/money/decimal.ts';
import type { BehindRow } from '../../domain/report/behind.ts';
import { type FigureName, type Frame, readFigureName, spanOf } from '../../domain/report/figure-name.ts';
import type { OrgTx } from '../org-transaction.ts';
import type { FactMetric, Metric, Scope, Source, Wanted } from './metric.ts';
import { metricNamed } from './registry.ts';

/** A figure that a scheme names and that we can give: its metric with what narrows it. */
export interface KnownFigure {
  readonly figure: FigureName;
  readonly metric: Metric;
}

/** The figure of a name; null when we have no such metric, a word after a slash says nothing or does not fit it. */
export function knownFigure(text: string): KnownFigure | null {
  const figure = readFigureName(text);
  const metric = figure && metricNamed(figure.metric);
  if (!figure || !metric) return null;
  return fits(metric, figure) ? { figure, metric } : null;
}

function fits(metric: Metric, figure: FigureName): boolean {
  if ('over' in metric) return [metric.over, metric.under].every((part) => knownFigure(part + tailOf(figure)) !== null);
  const cohort = figure.since !== null || figure.graceMonths !== null;
  if (cohort && metric.source.name !== 'signed') return false;
  return figure.narrows.every(({ by }) => metric.source.narrows.includes(by));
}

/** What stands after the metric's name, slashes and all. */
export const tailOf = ({ text, metric }: FigureName): string => text.slice(text.indexOf(metric) + metric.length);

/** A figure of a unit by the text that named it; a unit without any row has none (it counts as 0). */
export type MoreFacts = ReadonlyMap<number, Readonly<Record<string, Decimal>>>;

/** Where and when: the frame of the report, the org's days. */
export interface Setting extends Frame {
  readonly timeZone: string;
  readonly calendar: WorkCalendar;
  readonly books: Books;
}

/** Reads every named fact of all units: one query for each source and stretch of days, whatever the number of names. */
export async function measureFacts(tx: OrgTx, names: readonly string[], setting: Setting): Promise<MoreFacts> {
  const found = new Map<number, Record<string, Decimal>>();
  for (const { source, scope, wanted } of batchesOf(names, setting)) {
    for (const [unitId, figures] of await source.read(tx, scope, wanted)) {
      found.set(unitId, { ...found.get(unitId), ...figures });
    }
  }
  return found;
}

/** The rows behind a fact in these units, at most so many, oldest first; none for a name that is no fact of ours. */
export async function listFact(
  tx: OrgTx,
  name: string,
  setting: Setting,
  units: readonly number[],
  most: number,
): Promise<readonly BehindRow[]> {
  const [batch] = batchesOf([name], setting);
  const [wanted] = batch?.wanted ?? [];
  return batch && wanted ? batch.source.list(tx, batch.scope, wanted, units, most) : [];
}

interface Batch {
  readonly source: Source;
  readonly scope: Scope;
  readonly wanted: Wanted[];
}

function batchesOf(names: readonly string[], setting: Setting): readonly Batch[] {
  const batches = new Map<string, Batch>();
  for (const name of new Set(names)) {
    const known = knownFigure(name);
    if (!known || 'over' in known.metric) continue;
    const scope = scopeOf(known.figure, known.metric, setting);
    const { source } = known.metric;
    const key = [
      source.name,
      scope.from,
      scope.to,
      +scope.cutOff,
      scope.hindsight,
      scope.since,
      scope.graceMonths,
    ].join();
    const batch = batches.get(key) ?? { source, scope, wanted: [] };
    batches.set(key, batch);
    batch.wanted.push({ key: name, metric: known.metric, narrows: known.figure.narrows });
  }
  return [...batches.values()];
}

const scopeOf = (figure: FigureName, metric: FactMetric, setting: Setting): Scope => ({
  ...spanOf(figure.stretch, setting, setting.books),
  timeZone: setting.timeZone,
  calendar: setting.calendar,
  books: setting.books,
  since: figure.since ?? metric.since ?? 'year',
  graceMonths: figure.graceMonths ?? metric.graceMonths ?? 0,
});
