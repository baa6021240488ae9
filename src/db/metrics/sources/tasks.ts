import { sql } from 'kysely';
import { listed, sqlSource } from './sql-source.ts';

const ROW = sql`1 as share, t.id as row_id, 'R' || t.id as record, t.project_id,
  case when exists (select 1 from projects p where p.org_id = t.org_id and p.id = t.project_id and p.secret_to is not null)
    then '（保密项目）' else t.title end as what,
  t.due_on as happened_on, null::date as booked_on, false as late`;

/**
 * Tasks of the span by the day they are due, cancelled ones left out. `finished`: reported finished by the cut-off and not
 * sent back; `on_time`: on the day due or before; `overdue`: the day due is over and it is not finished.
 */
export const tasks = sqlSource({
  name: 'tasks',
  narrows: [],
  rows: (tx, { from, to, cutOff, timeZone }, needs) => sql`
    select t.unit_id, t.due_on, f.finished, f.finished and f.finished_on <= t.due_on as on_time,
      not f.finished and t.due_on < (${cutOff}::timestamptz at time zone ${timeZone})::date as overdue ${listed(needs, ROW)}
    from tasks t cross join lateral (
      select coalesce(t.finished_at <= ${cutOff} and t.state in ('checking', 'done'), false) as finished,
        (t.finished_at at time zone ${timeZone})::date as finished_on) f
    where t.org_id = ${tx.orgId} and t.state <> 'cancelled' and t.created_at <= ${cutOff}
      and t.due_on between ${from} and ${to}`,
});
