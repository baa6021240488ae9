import { sql } from 'kysely';
import { listed, projectColumns, projectJoin, shareJoin, sqlSource, within } from './sql-source.ts';

const ROW = sql`coalesce(s.share, 1) as share, e.id as row_id, 'L' || e.id as record, e.project_id, p.name as what,
  e.occurred_on as happened_on, e.booked_on, e.late`;

/** Verified ledger entries booked in the span, reversals negative, cut by shares. `ledger` is the kind of entry. */
export const money = sqlSource({
  name: 'money',
  narrows: ['size', 'type', 'origin', 'chain', 'method'],
  rows: (tx, scope, needs) => sql`
    select coalesce(s.unit_id, e.unit_id) as unit_id, e.kind as ledger, coalesce(s.share, 1) * e.amount as amount
      ${projectColumns(needs)} ${listed(needs, ROW)}
    from entries e ${projectJoin(needs)} ${shareJoin}
    where e.org_id = ${tx.orgId} and e.kind in ('funds', 'fixed-assets', 'foreign-capital', 'tax', 'output', 'trade')
      and ${within(scope)} and e.verified_at <= ${scope.cutOff}`,
});
