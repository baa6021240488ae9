import { measureFacts } from '../db/metrics/measure.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import { type Amount, type Decimal, decimal, sum } from '../domain/money/decimal.ts';
import type { Frame } from '../domain/report/figure-name.ts';
import type { BoardUnit } from '../domain/report/leaderboard-inputs.ts';
import type { Asides } from '../domain/report/model.ts';
import type { Settings } from '../domain/settings.ts';
import type { OrgTx } from './transaction.ts';

const OUTSIDE = 'funds/省外';
const OUTINGS = 'activity_count/外出招商';
const LED = `${OUTINGS}/党政主要领导`;
const RECEPTIONS = 'activity_count/来访接待';

/** What a bulletin tells beside the board of these units. Origins are told apart where the org says which is its own place. */
export async function asidesOf(
  tx: OrgTx,
  org: { readonly timeZone: string; readonly settings: Settings },
  units: readonly BoardUnit[],
  frame: Frame,
): Promise<Asides> {
  const { home, calendarOverrides } = org.settings;
  const names = [OUTINGS, LED, RECEPTIONS, ...(home === '' ? [] : [OUTSIDE])];
  const calendar = workCalendar(new Map(Object.entries(calendarOverrides)));
  const found = await measureFacts(tx, names, {
    ...frame,
    calendar,
    timeZone: org.timeZone,
    books: booksOf(org.settings),
  });
  const total = (name: string): Decimal => sum(units.map(({ id }) => found.get(id)?.[name] ?? decimal('0')));
  return {
    outsideFunds: home === '' ? null : (total(OUTSIDE) as Amount),
    outings: total(OUTINGS),
    ledOutings: total(LED),
    receptions: total(RECEPTIONS),
  };
}
