import { listFact, measureFacts, type Setting } from '../db/metrics/measure.ts';
import { booksOf } from '../domain/calendar/books.ts';
import type { Period } from '../domain/calendar/period.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import { type Amount, compare, type Decimal, decimal, sum } from '../domain/money/decimal.ts';
import type { BehindRow } from '../domain/report/behind.ts';
import type { KnownSpan } from '../domain/report/figure-name.ts';
import type { BoardUnit } from '../domain/report/leaderboard-inputs.ts';
import type { Asides } from '../domain/report/model.ts';
import type { Reporting } from './place.ts';
import type { OrgTx } from './transaction.ts';

const OUTSIDE = 'funds/省外';
const OUTINGS = 'activity_count/外出招商';
const LED = `${OUTINGS}/党政主要领导`;
const RECEPTIONS = 'activity_count/来访接待';
const SIGNED = 'signed_count/本月';
const TRIPS = `${OUTINGS}/本月`;
/** More lines than this a bulletin does not print. */
const MOST_LINES = 200;

/** What a bulletin tells beside the board of these units. Origins are told apart where the org says which is its own place. */
export async function asidesOf(
  tx: OrgTx,
  org: Reporting,
  units: readonly BoardUnit[],
  { kind, from }: Period,
  cumulative: KnownSpan,
): Promise<Asides> {
  const { home, calendarOverrides } = org.settings;
  const names = [OUTINGS, LED, RECEPTIONS, SIGNED, TRIPS, ...(home === '' ? [] : [OUTSIDE])];
  const calendar = workCalendar(new Map(Object.entries(calendarOverrides)));
  const setting = { cumulative, periodFrom: from, calendar, timeZone: org.timeZone, books: booksOf(org.settings) };
  const found = await measureFacts(tx, names, setting);
  const total = (name: string): Decimal => sum(units.map(({ id }) => found.get(id)?.[name] ?? decimal('0')));
  const isLong = (name: string): boolean => compare(total(name), decimal(MOST_LINES)) > 0;
  const isPrinted = (name: string): boolean => kind === 'month' && !isLong(name);
  return {
    outsideFunds: home === '' ? null : (total(OUTSIDE) as Amount),
    outings: total(OUTINGS),
    ledOutings: total(LED),
    receptions: total(RECEPTIONS),
    ...(isPrinted(SIGNED) ? { signings: await signingsOf(tx, units, setting) } : {}),
    ...(isPrinted(TRIPS) ? { trips: await tripsOf(tx, units, setting) } : {}),
    ...(kind === 'month' && (isLong(SIGNED) || isLong(TRIPS))
      ? {
          unlisted: [
            ...(isLong(SIGNED) ? (['新签约项目'] as const) : []),
            ...(isLong(TRIPS) ? (['外出招商情况'] as const) : []),
          ],
        }
      : {}),
  };
}

const listed = (tx: OrgTx, name: string, setting: Setting, units: readonly BoardUnit[]) =>
  listFact(
    tx,
    name,
    setting,
    units.map(({ id }) => id),
    2 * MOST_LINES,
  );

const nameIn = (units: readonly BoardUnit[], { unitId }: BehindRow): string =>
  units.find(({ id }) => id === unitId)?.name ?? '';

async function signingsOf(tx: OrgTx, units: readonly BoardUnit[], setting: Setting) {
  const amounts = await listed(tx, 'signed_amount/本月', setting, units);
  return (await listed(tx, SIGNED, setting, units)).map((row) => {
    const same = amounts.find(({ record, unitId }) => record === row.record && unitId === row.unitId);
    return {
      unit: nameIn(units, row),
      project: row.what,
      amount: (same?.adds ?? '0') as Amount,
      share: row.share,
      day: row.happenedOn,
    };
  });
}

const tripsOf = async (tx: OrgTx, units: readonly BoardUnit[], setting: Setting) =>
  (await listed(tx, TRIPS, setting, units)).map((row) => ({
    unit: nameIn(units, row),
    what: row.what.replace(/^外出招商 /, ''),
    day: row.happenedOn,
  }));
