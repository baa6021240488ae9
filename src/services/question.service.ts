import { hasHistory } from '../db/facts.repository.ts';
import { knownFigure, measureFacts, tailOf } from '../db/metrics/measure.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import type { Exact } from '../domain/money/exact.ts';
import { type Place, placeOf, type UnitValue, wholeOf } from '../domain/report/answer.ts';
import type { KnownSpan } from '../domain/report/figure-name.ts';
import type { Reporting } from './board.service.ts';
import { assessedUnits } from './board.service.ts';
import { periodLabel } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** One figure of a period, of one unit or of all. */
export interface Answer {
  readonly label: string;
  readonly unit: string;
  readonly how: string;
  /** Of the unit asked for, or of all. */
  readonly value: Exact | null;
  /** The same stretch a year before; null where nothing is known of it, and for rates. */
  readonly base: Exact | null;
  /** Of all units, when one was asked for. */
  readonly whole: Exact | null;
  readonly place: Place | null;
  readonly byUnit: readonly UnitValue[];
}

/** What was asked, with every figure of it. */
export interface Answered {
  readonly periodLabel: string;
  readonly to: CalendarDate;
  readonly answers: readonly Answer[];
}

/** What is asked: the figures of a period, of a unit (null: of all). */
export interface Asked {
  readonly figures: readonly string[];
  readonly period: Period;
  readonly unitId: number | null;
  /** Units of which groups are compared: whose name holds the word; null: all. */
  readonly among: string | null;
}

type Around = { readonly org: Reporting; readonly calendar: WorkCalendar; readonly now: Date };

/** Figures of a unit or of all over a period, as verified up to now, by the same metrics as the boards. */
export async function answerQuestion(tx: OrgTx, around: Around, said: Asked): Promise<Answered> {
  const asked = { ...said, period: booksOf(around.org.settings).span(said.period) };
  const { period } = asked;
  const answers: Answer[] = [];
  for (const figure of asked.figures) {
    const answer = await answerOne(tx, around, asked, figure);
    if (answer) answers.push(answer);
  }
  const today = dateAt(around.now, around.org.timeZone);
  return { periodLabel: labelOf(period), to: period.to < today ? period.to : today, answers };
}

async function answerOne(tx: OrgTx, around: Around, asked: Asked, name: string): Promise<Answer | null> {
  const known = knownFigure(name);
  if (!known) return null;
  const { metric, figure } = known;
  const tail = tailOf(figure);
  const parts = 'over' in metric ? [metric.over + tail, metric.under + tail] : [name];
  const rate = parts.length > 1;
  const books = booksOf(around.org.settings);
  const from = rate ? books.taskYear(asked.period.to).from : asked.period.from;
  const span: KnownSpan = { from, to: asked.period.to, cutOff: around.now };
  const now = await read(tx, around, parts, span);
  const units = await assessedUnits(tx, asked.period);
  const compared = units.filter(({ group }) => asked.among === null || group.includes(asked.among));
  const byUnit = (compared.length > 0 ? compared : units).map(
    ({ id, name: unit, group }): UnitValue => ({ unitId: id, unit, group, value: now.of([id]) }),
  );
  const all = units.map(({ id }) => id);
  const mine = asked.unitId === null ? all : [asked.unitId];
  const before = { ...books.yearEarlier(span), hindsight: true };
  const base = rate || !(await hasHistory(tx, before.to, span.cutOff)) ? null : await read(tx, around, parts, before);
  return {
    label: `${metric.label}${tail ? `（${tail.slice(1).replaceAll('/', '、')}）` : ''}`,
    unit: metric.unit,
    how: metric.how,
    value: now.of(mine),
    base: base?.of(mine) ?? null,
    whole: asked.unitId === null ? null : now.of(all),
    place: asked.unitId === null ? null : placeOf(byUnit, asked.unitId),
    byUnit,
  };
}

/** Reads a figure (a rate as its two parts) of a span; `of` gives it for units together. */
async function read(
  tx: OrgTx,
  { org, calendar }: Around,
  parts: readonly string[],
  span: KnownSpan,
): Promise<{ of(units: readonly number[]): Exact | null }> {
  const books = booksOf(org.settings);
  const setting = { cumulative: span, periodFrom: span.from, timeZone: org.timeZone, calendar, books };
  const facts = await measureFacts(tx, parts, setting);
  const values = (part: string | undefined, units: readonly number[]): readonly Decimal[] =>
    units.map((id) => (part === undefined ? undefined : facts.get(id)?.[part]) ?? ('0' as Decimal));
  return {
    of: (units) => wholeOf(values(parts[0], units), parts.length > 1 ? values(parts[1], units) : null),
  };
}

/** Weeks and days say their days; everything else is called as reports call it. */
const labelOf = (period: Period): string =>
  period.kind === 'week' || period.kind === 'day'
    ? periodLabel({ ...period, kind: 'range' }).replace(/^(.+)—\1$/, '$1')
    : periodLabel(period);
