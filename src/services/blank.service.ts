import { unitFacts } from '../db/facts.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { dateAt } from '../domain/calendar/date.ts';
import { type Amount, compare, isZero } from '../domain/money/decimal.ts';
import { NO_FACTS } from '../domain/report/facts.ts';
import { tasked } from '../domain/report/leaderboard.ts';
import { assessedUnits, type Reporting, targetsFor } from './board.service.ts';
import type { OrgTx } from './transaction.ts';

/** A unit with something still at nothing this month, and whom to tell. */
export interface BlankUnit {
  readonly name: string;
  /** "新签约", "新开工", "到位资金". */
  readonly missing: readonly string[];
  /** The unit's heads, or its liaisons where it has none. */
  readonly heads: readonly number[];
}

/** Units that have nothing signed, started or paid in this month so far. */
export async function blankUnits(tx: OrgTx, org: Reporting, now: Date): Promise<readonly BlankUnit[]> {
  const books = booksOf(org.settings);
  const { month } = books.nextClosing(dateAt(now, org.timeZone));
  const facts = await unitFacts(tx, { from: month.from, to: month.to, cutOff: now });
  const people = (await listPeople(tx)).filter((person) => !person.disabled);
  const units = await assessedUnits(tx, month);
  const targets = await targetsFor(tx, books.taskYear(month.to).year, units);
  const signing = tasked(units, targets, ['signed-count', 'signed-amount']);
  const starting = tasked(units, targets, ['started-count']);
  const paying = tasked(units, targets, ['funds']);
  return units.flatMap((unit) => {
    const done = facts.get(unit.id) ?? NO_FACTS;
    const missing = [
      signing.includes(unit) && isZero(done.signedCount) ? '新签约' : '',
      starting.includes(unit) && isZero(done.startedCount) ? '新开工' : '',
      paying.includes(unit) && compare(done.funds, '0' as Amount) <= 0 ? '到位资金' : '',
    ].filter(Boolean);
    const of = (role: string) =>
      people.filter((person) => person.unitId === unit.id && person.role === role).map((person) => person.id);
    const heads = of('head');
    return missing.length > 0 ? [{ name: unit.name, missing, heads: heads.length > 0 ? heads : of('liaison') }] : [];
  });
}
