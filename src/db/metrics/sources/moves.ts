import { sql } from 'kysely';
import { listed, projectColumns, projectJoin, shareJoin, sqlSource, within } from './sql-source.ts';

/** A stage move among the rows behind a figure; its record is the project. */
export const MOVE_ROW = sql`e.id as row_id, 'X' || e.project_id as record, e.project_id, p.name as what,
  e.occurred_on as happened_on, e.booked_on, e.late`;

/** Verified stage moves booked in the span, cut by the project's shares on the day they happened. */
export const moves = sqlSource({
  name: 'moves',
  narrows: ['size', 'type', 'origin', 'chain', 'method'],
  rows: (tx, scope, needs) => sql`
    select coalesce(s.unit_id, e.unit_id) as unit_id, coalesce(s.share, 1) as share, e.to_stage as stage,
      coalesce(e.agreement_wan, 0) as amount ${projectColumns(needs)} ${listed(needs, MOVE_ROW)}
    from project_events e ${projectJoin(needs)} ${shareJoin}
    where e.org_id = ${tx.orgId} and e.kind = 'stage' and e.state = 'verified'
      and e.to_stage in ('在谈', '签约', '落地', '开工', '竣工', '投产')
      and ${within(scope)} and e.verified_at <= ${scope.cutOff}`,
});
