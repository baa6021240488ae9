import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { PersonWork } from '../domain/report/person-board.ts';
import { standing } from './metrics/sources/moves.ts';
import type { OrgTx } from './org-transaction.ts';

/** Days, and the instant up to which things are known. */
interface Scope {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cutOff: Date;
  readonly timeZone: string;
}

/** What each person who is not disabled did in the days, by unit and name. Tasks as the metrics count them, cancelled ones not. */
export async function peopleAtWork(
  tx: OrgTx,
  { from, to, cutOff, timeZone }: Scope,
  unitId: number | null,
): Promise<readonly PersonWork[]> {
  const on = (column: string) => sql`(${sql.ref(column)} at time zone ${timeZone})::date between ${from} and ${to}`;
  const { rows } = await sql<PersonWork>`
    with done as (
      select first_reported_by as person_id, 'leads' as what from projects
      where org_id = ${tx.orgId} and adjudication <> 'refused' and ${on('first_reported_at')} and first_reported_at <= ${cutOff}
      union all
      select p.first_reported_by, 'signed' from project_events e
      join projects p on p.org_id = e.org_id and p.id = e.project_id
      where e.org_id = ${tx.orgId} and e.kind = 'stage' and e.state = 'verified' and e.to_stage = '签约'
        and e.booked_on between ${from} and ${to} and e.verified_at <= ${cutOff} and ${standing({ to, cutOff })}
      union all
      select reported_by, 'notes' from project_events
      where org_id = ${tx.orgId} and kind = 'progress' and ${on('reported_at')} and reported_at <= ${cutOff}
      union all
      select w.id, 'activities' from activities a
      join people w on w.org_id = a.org_id and (w.id in (a.leader_id, a.reported_by) or w.name = any (a.members))
      where a.org_id = ${tx.orgId} and a.from_on between ${from} and ${to} and a.reported_at <= ${cutOff}
      union all
      select coalesce(t.person_id, t.signed_by), unnest(array['due'] || case
        when f.finished and (t.finished_at at time zone ${timeZone})::date <= t.due_on then array['on-time']
        when not f.finished and t.due_on < (${cutOff}::timestamptz at time zone ${timeZone})::date then array['overdue']
        else array[]::text[] end)
      from tasks t cross join lateral (
        select coalesce(t.finished_at <= ${cutOff} and t.state in ('checking', 'done'), false) as finished) f
      where t.org_id = ${tx.orgId} and t.state <> 'cancelled' and t.created_at <= ${cutOff}
        and t.due_on between ${from} and ${to}
    )
    select w.id as "personId", w.name, w.unit_id as "unitId", u.name as unit,
      count(*) filter (where d.what = 'leads')::integer as leads, count(*) filter (where d.what = 'signed')::integer as signed,
      count(*) filter (where d.what = 'activities')::integer as activities, count(*) filter (where d.what = 'notes')::integer as notes,
      count(*) filter (where d.what = 'due')::integer as "tasksDue", count(*) filter (where d.what = 'on-time')::integer as "tasksOnTime",
      count(*) filter (where d.what = 'overdue')::integer as "tasksOverdue"
    from people w left join done d on d.person_id = w.id left join units u on u.org_id = w.org_id and u.id = w.unit_id
    where w.org_id = ${tx.orgId} and not w.disabled and (${unitId}::integer is null or w.unit_id = ${unitId})
    group by w.id, w.name, w.unit_id, u.name, u.sort_order order by u.sort_order nulls last, w.name, w.id`.execute(
    tx.sql,
  );
  return rows;
}
