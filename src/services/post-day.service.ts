import { postWeeks, putPostDay } from '../db/post-day.repository.ts';
import type { PostWeek } from '../domain/activity/post-week.ts';
import { addDays, type CalendarDate, instantAt } from '../domain/calendar/date.ts';
import { requireReach } from '../domain/org/require.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** How many days back a day at a post may still be told. */
const BACK_DAYS = 7;

/** 驻点: a day that a person keeps at a post outside; false when it was told before. Refusals "post.day", "post.place", "access.not-yours". */
export async function keepPost(
  tx: OrgTx,
  { actor, today }: Acting,
  said: { readonly on: CalendarDate | undefined; readonly place: string; readonly words: string },
): Promise<boolean> {
  requireReach(actor, 'report', actor.unitId);
  const on = said.on ?? today;
  if (on > today || on < addDays(today, -BACK_DAYS)) throw new Refusal('post.day', { day: on, days: BACK_DAYS });
  if (said.place.length < 2 || said.place.length > 20) throw new Refusal('post.place');
  const words = said.words.slice(0, 300) || null;
  return putPostDay(tx, { personId: actor.personId, on, place: said.place, words });
}

/** The weekly sheet: days, activities and leads of everybody who kept a post in a stretch of days. */
export const postSheet = (
  tx: OrgTx,
  { org }: Pick<Acting, 'org'>,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly PostWeek[]> =>
  postWeeks(tx, {
    from,
    to,
    since: instantAt(from, '00:00', org.timeZone),
    until: instantAt(addDays(to, 1), '00:00', org.timeZone),
  });
