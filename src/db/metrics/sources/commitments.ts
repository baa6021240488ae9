import { sql } from 'kysely';
import { listed, sqlSource } from './sql-source.ts';

const ROW = sql`1 as share, c.id as row_id, 'C' || c.id as record, c.project_id,
  case when p.secret_to is null then p.name || '：' || c.text else p.name end as what,
  c.due_on as happened_on, null::date as booked_on, false as late`;

/** Commitments of the span by the day they are due. `kept`: by the cut-off; `overdue`: its day is over and it is not kept. */
export const commitments = sqlSource({
  name: 'commitments',
  narrows: [],
  rows: (tx, { from, to, cutOff, timeZone }, needs) => sql`
    select coalesce(c.unit_id, p.unit_id) as unit_id, coalesce(c.kept_at <= ${cutOff}, false) as kept,
      not coalesce(c.kept_at <= ${cutOff}, false)
        and c.due_on < (${cutOff}::timestamptz at time zone ${timeZone})::date as overdue ${listed(needs, ROW)}
    from commitments c join projects p on p.org_id = c.org_id and p.id = c.project_id
    where c.org_id = ${tx.orgId} and c.made_at <= ${cutOff} and c.due_on between ${from} and ${to}`,
});
