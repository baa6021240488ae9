import { sql } from 'kysely';
import { listed, sqlSource } from './sql-source.ts';

/** Problems reported in the span. `solved`: by the cut-off; `overdue`: its day is over and it is not solved. */
export const problems = sqlSource({
  name: 'problems',
  narrows: [],
  rows: (tx, { from, to, cutOff, timeZone }, needs) => sql`
    select coalesce(w.unit_id, p.unit_id) as unit_id, coalesce(w.solved_at <= ${cutOff}, false) as solved,
      not coalesce(w.solved_at <= ${cutOff}, false)
        and w.due_on < (${cutOff}::timestamptz at time zone ${timeZone})::date as overdue
      ${listed(needs, sql`1 as share, w.id as row_id, 'W' || w.id as record, w.project_id, case when p.secret_to is null then p.name || '：' || w.text else p.name end as what, (w.reported_at at time zone ${timeZone})::date as happened_on, null::date as booked_on, false as late`)}
    from problems w join projects p on p.org_id = w.org_id and p.id = w.project_id
    where w.org_id = ${tx.orgId} and w.reported_at <= ${cutOff}
      and (w.reported_at at time zone ${timeZone})::date between ${from} and ${to}`,
});
