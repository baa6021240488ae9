import { measureFacts } from '../db/metrics/measure.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { dateAt } from '../domain/calendar/date.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import { NO_FACTS } from '../domain/report/facts.ts';
import { doneOf } from '../domain/report/halfway.ts';
import { type Gap, gapOf } from '../domain/target/gap.ts';
import type { Target } from '../domain/target/target.ts';
import { buildBoard, type Reporting } from './board.service.ts';
import { type Pledge, pledgeOf } from './pledge.service.ts';
import { targetsOf } from './target.service.ts';
import type { OrgTx } from './transaction.ts';

/** Every target of a unit with what is done, what is missing and how much a month that takes. */
export interface UnitPace {
  readonly unit: string;
  /** 序时进度 as a fraction. */
  readonly pace: string;
  readonly spanLabel: string;
  readonly cutOffLabel: string;
  readonly lines: readonly { readonly target: Target; readonly done: Decimal; readonly gap: Gap }[];
  readonly pledge: Pledge | null;
}

/** 进度 of one unit this year, by target; figures as verified up to now. */
export async function paceOfUnit(
  tx: OrgTx,
  org: Reporting,
  unit: { readonly id: number; readonly name: string },
  now: Date,
): Promise<UnitPace> {
  const today = dateAt(now, org.timeZone);
  const books = booksOf(org.settings);
  const { year, month } = books.taskYear(today);
  const { inputs } = await buildBoard(tx, org, books.holding('month', today), now);
  const facts = inputs.cumulative.get(unit.id) ?? NO_FACTS;
  const leads = await leadsOf(tx, org, unit.id, now);
  const lines = (await targetsOf(tx, unit.id, year)).flatMap((target) => {
    const done = target.metric === 'leads' ? leads : doneOf(facts, target.metric);
    const gap = gapOf(done, target, inputs.pace, month);
    return gap ? [{ target, done, gap }] : [];
  });
  const { spanLabel, cutOffLabel } = inputs.head;
  return {
    unit: unit.name,
    pace: inputs.pace,
    spanLabel,
    cutOffLabel,
    lines,
    pledge: await pledgeOf(tx, unit.id, year),
  };
}

async function leadsOf(tx: OrgTx, org: Reporting, unitId: number, now: Date): Promise<Decimal> {
  const books = booksOf(org.settings);
  const { from, to } = books.holding('year-to-month', dateAt(now, org.timeZone));
  const cumulative = { from, to, cutOff: now };
  const setting = { cumulative, periodFrom: from, timeZone: org.timeZone, calendar: workCalendar(), books };
  const found = await measureFacts(tx, ['lead_count'], setting);
  return found.get(unitId)?.lead_count ?? ('0' as Decimal);
}
