import { sql } from 'kysely';
import { projectColumns, sqlSource } from './sql-source.ts';

/** Leads first reported in the span, by the unit that reported them first; refused duplicates do not count. */
export const leads = sqlSource({
  name: 'leads',
  narrows: ['size', 'type', 'origin', 'chain', 'method'],
  rows: (tx, { from, to, cutOff, timeZone }, needs) => sql`
    select p.first_unit_id as unit_id, 1 as share ${projectColumns(needs)}
    from projects p where p.org_id = ${tx.orgId} and p.adjudication <> 'refused'
      and p.first_reported_at >= ${from}::date::timestamp at time zone ${timeZone}
      and p.first_reported_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
      and p.first_reported_at <= ${cutOff}`,
});
