import { type MoreFacts, measureFacts } from '../db/metrics/measure.ts';
import { booksOf } from '../domain/calendar/books.ts';
import type { Period } from '../domain/calendar/period.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import { type Decimal, sum } from '../domain/money/decimal.ts';
import { type Mix, mixFigures, mixOf } from '../domain/report/mix.ts';
import { assessedUnits, type Reporting } from './board.service.ts';
import { periodLabel } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** The mix of one unit or of all together, and of each unit when all are asked for; cumulative in the period's year. */
export interface MixSight {
  readonly whose: string | null;
  readonly spanLabel: string;
  readonly mix: Mix;
  readonly byUnit: readonly { readonly unit: string; readonly mix: Mix }[];
}

/** 结构: what the signings from the year's start to a period's end are made of, as verified up to now. */
export async function signingMix(
  tx: OrgTx,
  { org, calendar, now }: { readonly org: Reporting; readonly calendar: WorkCalendar; readonly now: Date },
  period: Period,
  unit: { readonly id: number; readonly name: string } | null,
): Promise<MixSight> {
  const by = org.settings;
  const books = booksOf(org.settings);
  const cumulative = { from: books.taskYear(period.to).from, to: period.to, cutOff: now };
  const setting = { cumulative, periodFrom: period.from, timeZone: org.timeZone, calendar, books };
  const facts = await measureFacts(tx, mixFigures(by), setting);
  const units = unit ? [unit] : await assessedUnits(tx, period);
  const of = (ids: readonly number[]): Mix => mixOf((name) => total(facts, ids, name), by);
  return {
    whose: unit?.name ?? null,
    spanLabel: periodLabel(period),
    mix: of(units.map(({ id }) => id)),
    byUnit: unit ? [] : units.map(({ id, name }) => ({ unit: name, mix: of([id]) })),
  };
}

const total = (facts: MoreFacts, ids: readonly number[], name: string): Decimal =>
  sum(ids.map((id) => facts.get(id)?.[name] ?? ('0' as Decimal)));
