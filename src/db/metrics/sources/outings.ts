import { outingRatio, wasOut } from '../../../domain/activity/outing.ts';
import { decimal } from '../../../domain/money/decimal.ts';
import { activitiesBetween } from '../../activity.repository.ts';
import type { Source } from '../metric.ts';
import { headsOfUnits } from './heads.ts';

/** How long the heads of units were out, in half workdays, of all half workdays; several heads: the one out longest. */
export const outings: Source = {
  name: 'outings',
  narrows: [],
  async read(tx, { from, to, cutOff, calendar }, wanted) {
    const trips = (await activitiesBetween(tx, from, to)).filter(({ reportedAt }) => reportedAt <= cutOff);
    const days = new Map<number, { out: number; all: number }>();
    for (const head of await headsOfUnits(tx)) {
      const own = trips.filter((trip) => wasOut(trip, head));
      const { halfDaysOut, workdays } = outingRatio(own, { from, to }, calendar, '1/3');
      const before = days.get(head.unitId)?.out ?? 0;
      days.set(head.unitId, { out: Math.max(before, halfDaysOut), all: workdays * 2 });
    }
    return new Map(
      [...days].map(([unitId, { out, all }]) => [
        unitId,
        Object.fromEntries(wanted.map(({ key, metric }) => [key, decimal(metric.needs?.includes('all') ? all : out)])),
      ]),
    );
  },
};
