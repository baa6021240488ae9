import { outingRatio, wasOut } from '../../../domain/activity/outing.ts';
import { addDays } from '../../../domain/calendar/date.ts';
import { type Decimal, decimal } from '../../../domain/money/decimal.ts';
import type { BehindRow } from '../../../domain/report/behind.ts';
import { activitiesBetween } from '../../activity.repository.ts';
import type { OrgTx } from '../../org-transaction.ts';
import type { Scope, Source } from '../metric.ts';
import { headsOfUnits } from './heads.ts';

type Trip = Awaited<ReturnType<typeof activitiesBetween>>[number];

/** A unit with the trips of its head (of several: of the one out longest), in half workdays. */
interface Out {
  readonly trips: readonly Trip[];
  readonly out: number;
  readonly all: number;
}

const halfDays = (trips: readonly Trip[], scope: Scope): { out: number; all: number } => {
  const { halfDaysOut, workdays } = outingRatio(trips, scope, scope.calendar, '1/3');
  return { out: halfDaysOut, all: workdays * 2 };
};

async function outByUnit(tx: OrgTx, scope: Scope): Promise<ReadonlyMap<number, Out>> {
  const trips = (await activitiesBetween(tx, scope.from, scope.to)).filter(
    ({ reportedAt }) => reportedAt <= scope.cutOff,
  );
  const found = new Map<number, Out>();
  for (const head of await headsOfUnits(tx)) {
    const own = trips.filter((trip) => wasOut(trip, head));
    const known = found.get(head.unitId);
    const counted = halfDays(own, scope);
    if (!known || counted.out > known.out) found.set(head.unitId, { trips: own, ...counted });
  }
  return found;
}

/** How long the heads of units were out, in half workdays, of all half workdays; several heads: the one out longest. */
export const outings: Source = {
  name: 'outings',
  narrows: [],
  async read(tx, scope, wanted) {
    const found = await outByUnit(tx, scope);
    return new Map(
      [...found].map(([unitId, { out, all }]) => [
        unitId,
        Object.fromEntries(wanted.map(({ key, metric }) => [key, decimal(metric.needs?.includes('all') ? all : out)])),
      ]),
    );
  },
  async list(tx, scope, { metric }, units, most) {
    const found = await outByUnit(tx, scope);
    const rows = units.flatMap((unitId) => {
      const out = found.get(unitId);
      if (!out) return [];
      return metric.needs?.includes('all') ? monthsOf(unitId, scope) : tripsOf(unitId, out.trips, scope);
    });
    return rows.slice(0, most);
  },
};

const whole = { share: '1' as Decimal, projectId: null, bookedOn: null, late: false };

/** Each trip with the half days it adds to those before it. */
function tripsOf(unitId: number, trips: readonly Trip[], scope: Scope): readonly BehindRow[] {
  return trips.map((trip, at) => ({
    ...whole,
    unitId,
    record: `H${trip.id}`,
    what: [trip.kind, trip.leader, trip.regions.join('、')].filter(Boolean).join(' '),
    adds: decimal(halfDays(trips.slice(0, at + 1), scope).out - halfDays(trips.slice(0, at), scope).out),
    happenedOn: trip.from,
  }));
}

/** The workdays of each month of the span. */
function monthsOf(unitId: number, scope: Scope): readonly BehindRow[] {
  const rows: BehindRow[] = [];
  for (let from = scope.from; from <= scope.to; ) {
    const month = scope.books.holding('month', from);
    const end = month.to;
    const to = end < scope.to ? end : scope.to;
    const { all } = halfDays([], { ...scope, from, to });
    rows.push({
      ...whole,
      unitId,
      record: null,
      what: `${month.key} 工作日`,
      adds: decimal(all),
      happenedOn: from,
    });
    from = addDays(to, 1);
  }
  return rows;
}
