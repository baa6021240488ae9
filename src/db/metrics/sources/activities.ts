import { sql } from 'kysely';
import { sqlSource } from './sql-source.ts';

/** Activities that began in the span and were reported by the cut-off. */
export const activities = sqlSource({
  name: 'activities',
  narrows: ['kind', 'level', 'chain'],
  rows: (tx, { from, to, cutOff }) => sql`
    select a.unit_id, a.kind, a.leader_level as level, a.chain
    from activities a where a.org_id = ${tx.orgId} and a.from_on between ${from} and ${to}
      and a.reported_at <= ${cutOff}`,
});
