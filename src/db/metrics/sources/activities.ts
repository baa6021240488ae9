import { sql } from 'kysely';
import { listed, sqlSource } from './sql-source.ts';

const ROW = sql`1 as share, a.id as row_id, 'H' || a.id as record, null::integer as project_id,
  concat_ws(' ', a.kind, nullif(array_to_string(a.regions, '、'), ''), nullif(array_to_string(a.companies, '、'), '')) as what,
  a.from_on as happened_on, null::date as booked_on, false as late`;

/** Activities that began in the span and were reported by the cut-off. */
export const activities = sqlSource({
  name: 'activities',
  narrows: ['kind', 'level', 'chain'],
  rows: (tx, { from, to, cutOff }, needs) => sql`
    select a.unit_id, a.kind, a.leader_level as level, a.chain ${listed(needs, ROW)}
    from activities a where a.org_id = ${tx.orgId} and a.from_on between ${from} and ${to}
      and a.reported_at <= ${cutOff}`,
});
