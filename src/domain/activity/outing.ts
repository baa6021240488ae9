import { addDays, type CalendarDate } from '../calendar/date.ts';
import type { WorkCalendar } from '../calendar/workday.ts';
import type { Activity } from './activity.ts';

/** Time out of a head of a unit in a period, in half workdays, against what is asked. */
export interface OutingRatio {
  /** Half workdays out. */
  readonly halfDaysOut: number;
  /** Workdays of the period. */
  readonly workdays: number;
  /** Half workdays still missing to the share asked for; 0 when reached. */
  readonly missingHalfDays: number;
  readonly reached: boolean;
}

type Trip = Pick<Activity, 'kind' | 'from' | 'to' | 'halfDays' | 'leader' | 'leaderId' | 'members'>;

/** Whether the person was on the trip: led it (by id or name) or is named among those who went. */
export const wasOut = (trip: Trip, person: { readonly id: number; readonly name: string }): boolean =>
  trip.kind === '外出招商' &&
  (trip.leaderId === person.id || trip.leader === person.name || trip.members.includes(person.name));

/**
 * The share of workdays spent out (spec: at least one third for heads of units). Days on which two trips overlap count
 * once; days off do not count; half days are allowed. `share` is a fraction as text ("1/3").
 */
export function outingRatio(
  trips: readonly Trip[],
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
  calendar: WorkCalendar,
  share: string,
): OutingRatio {
  const out = new Map<CalendarDate, number>();
  for (const trip of trips) spread(trip, period, calendar, out);
  const halfDaysOut = [...out.values()].reduce((total, halves) => total + Math.min(2, halves), 0);
  const workdays = countWorkdays(period, calendar);
  const [part, whole] = shareOf(share);
  const needed = Math.ceil((workdays * 2 * part) / whole);
  const missingHalfDays = Math.max(0, needed - halfDaysOut);
  return { halfDaysOut, workdays, missingHalfDays, reached: missingHalfDays === 0 };
}

/** Half days each workday of a trip takes; a stated number of half days fills its first workdays. */
function spread(
  trip: Trip,
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
  calendar: WorkCalendar,
  out: Map<CalendarDate, number>,
): void {
  let left = trip.halfDays ?? Number.POSITIVE_INFINITY;
  for (let day = trip.from; day <= trip.to && left > 0; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    const halves = Math.min(2, left);
    left -= halves;
    if (day >= period.from && day <= period.to) out.set(day, (out.get(day) ?? 0) + halves);
  }
}

function countWorkdays(period: { from: CalendarDate; to: CalendarDate }, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}

/** "1/3" as two whole numbers; a wrong one is a fault of the settings (RangeError). */
function shareOf(text: string): readonly [part: number, whole: number] {
  const match = /^(\d{1,3})\/(\d{1,3})$/.exec(text);
  const whole = Number(match?.[2]);
  if (!match || whole === 0) throw new RangeError(`not a share: ${text.slice(0, 10)}`);
  return [Number(match[1]), whole];
}
