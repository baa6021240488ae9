import { sql } from 'kysely';
import type { PostWeek } from '../domain/activity/post-week.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Keeps a day at a post; said again that day, the place and words are the later ones. False when nothing is new. */
export async function putPostDay(
  tx: OrgTx,
  {
    personId: person_id,
    on: kept_on,
    place,
    words,
  }: {
    readonly personId: number;
    readonly on: CalendarDate;
    readonly place: string;
    readonly words: string | null;
  },
): Promise<boolean> {
  const known = await tx.sql
    .selectFrom('post_days')
    .select(['id', 'place', 'words'])
    .where('person_id', '=', person_id)
    .where('kept_on', '=', kept_on)
    .executeTakeFirst();
  if (!known) {
    await insertRecord(tx, 'post_days', { person_id, kept_on, place, words });
    return true;
  }
  if (known.place === place && (words === null || words === known.words)) return false;
  return (await updateRecord(tx, 'post_days', known.id, { place, ...(words === null ? {} : { words }) })) !== null;
}

/** Everybody who kept a day in the stretch, the most days first. `since` and `until`: the same stretch as instants. */
export async function postWeeks(
  tx: OrgTx,
  days: { readonly from: CalendarDate; readonly to: CalendarDate; readonly since: Date; readonly until: Date },
): Promise<readonly PostWeek[]> {
  const { rows } = await sql<PostWeek>`
    select p.name as person, u.name as unit, string_agg(distinct d.place, '、') as places, count(*)::integer as days,
      (select count(*) from activities a where a.org_id = p.org_id and a.reported_by = p.id
        and a.from_on <= ${days.to} and a.to_on >= ${days.from})::integer as activities,
      (select count(*) from projects x where x.org_id = p.org_id and x.first_reported_by = p.id
        and x.first_reported_at >= ${days.since} and x.first_reported_at < ${days.until})::integer as leads,
      string_agg(d.words, '；' order by d.kept_on) as words
    from post_days d join people p on p.org_id = d.org_id and p.id = d.person_id
    left join units u on u.org_id = p.org_id and u.id = p.unit_id
    where d.kept_on between ${days.from} and ${days.to}
    group by p.org_id, p.id, p.name, u.name order by 4 desc, 1`.execute(tx.sql);
  return rows;
}
