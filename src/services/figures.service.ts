import { knownFigure, type MoreFacts, measureFacts, tailOf } from '../db/metrics/measure.ts';
import { METRICS } from '../db/metrics/registry.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import type { Frame } from '../domain/report/figure-name.ts';
import { GIVEN_INPUTS } from '../domain/report/leaderboard.ts';
import type { MoreFigures } from '../domain/report/leaderboard-inputs.ts';
import { figuresNamed } from '../domain/scoring/figures-named.ts';
import { mistake } from '../domain/scoring/mistake.ts';
import type { Scheme } from '../domain/scoring/scheme.ts';
import type { Settings } from '../domain/settings.ts';
import type { OrgTx } from './transaction.ts';

/** A scheme ready to be worked out: its rates written out as ratios, and the facts that must be read for it. */
export interface PreparedScheme {
  readonly scheme: Scheme;
  readonly facts: readonly string[];
}

/** Writes out the rates a scheme names and lists the facts it needs beyond those every board has. */
export function prepareScheme(scheme: Scheme): PreparedScheme {
  const rates: Record<string, { kind: 'ratio'; num: string; den: string }> = {};
  const facts = new Set<string>();
  const take = (name: string): void => {
    const known = GIVEN_INPUTS.has(name) ? null : knownFigure(name);
    if (!known) return;
    if (!('over' in known.metric)) {
      facts.add(name);
      return;
    }
    const [num, den] = [known.metric.over, known.metric.under].map((part) => part + tailOf(known.figure));
    if (!num || !den) return;
    rates[name] = { kind: 'ratio', num, den };
    take(num);
    take(den);
  };
  for (const { name } of figuresNamed(scheme)) take(name);
  const more = Object.keys(rates).length > 0 ? { metrics: { ...scheme.metrics, ...rates } } : {};
  return { scheme: { ...scheme, ...more }, facts: [...facts] };
}

/** Refuses (with its path) the first figure a scheme names that we cannot give: it would silently count as nothing. */
export function checkFigures(scheme: Scheme): void {
  for (const { name, path } of figuresNamed(scheme)) {
    if (!GIVEN_INPUTS.has(name) && !knownFigure(name)) throw mistake(path, `没有“${name}”这个指标`);
  }
}

/** Reads what a prepared scheme needs beyond what every board has. */
export async function readMore(
  tx: OrgTx,
  org: { readonly timeZone: string; readonly settings: Settings },
  { facts }: PreparedScheme,
  frame: Frame,
): Promise<MoreFigures> {
  const calendar = workCalendar(new Map(Object.entries(org.settings.calendarOverrides)));
  const books = booksOf(org.settings);
  const byUnit: MoreFacts = await measureFacts(tx, facts, { ...frame, calendar, books, timeZone: org.timeZone });
  return { names: facts, byUnit };
}

/** What the figures of a scheme are called: their Chinese names with what narrows them. */
export const labelsOf = (scheme: Scheme): Readonly<Record<string, string>> => ({
  total: '得分',
  ...Object.fromEntries(
    figuresNamed(scheme).flatMap(({ name }) => {
      const known = knownFigure(name);
      return known ? [[name, `${known.metric.label}${tailOf(known.figure)}`]] : [];
    }),
  ),
});

/** What a scheme may name, with unit and 口径. */
export const figureCatalogue = (): readonly {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly how: string;
}[] => METRICS.map(({ name, label, unit, how }) => ({ name, label, unit, how }));
