import { sql } from 'kysely';
import { listed, projectColumns, sqlSource } from './sql-source.ts';

/** Leads first reported in the span, by the unit that reported them first; refused duplicates do not count. */
export const leads = sqlSource({
  name: 'leads',
  narrows: ['size', 'type', 'origin', 'chain', 'method'],
  rows: (tx, { from, to, cutOff, timeZone }, needs) => sql`
    select p.first_unit_id as unit_id, 1 as share ${projectColumns(needs)}
      ${listed(needs, sql`p.id as row_id, 'X' || p.id as record, p.id as project_id, p.name as what, (p.first_reported_at at time zone ${timeZone})::date as happened_on, null::date as booked_on, false as late`)}
    from projects p where p.org_id = ${tx.orgId} and p.adjudication <> 'refused'
      and p.first_reported_at >= ${from}::date::timestamp at time zone ${timeZone}
      and p.first_reported_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
      and p.first_reported_at <= ${cutOff}`,
});
