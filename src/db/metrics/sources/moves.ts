import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from '../../org-transaction.ts';
import type { Scope } from '../metric.ts';
import { listed, projectColumns, projectJoin, shareJoin, sqlSource, within } from './sql-source.ts';

/** A stage move among the rows behind a figure; its record is the project. */
export const MOVE_ROW = sql`e.id as row_id, 'X' || e.project_id as record, e.project_id, p.name as what,
  e.occurred_on as happened_on, e.booked_on, e.late`;

/** Verified stage moves booked in the span, cut by the project's shares on the day they happened; voided ones negative. */
export const moves = sqlSource({
  name: 'moves',
  narrows: ['size', 'type', 'origin', 'chain', 'method'],
  rows: (tx, scope, needs) => sql`
    ${movesOf(tx, scope, needs, sql`coalesce(s.share, 1)`, sql`e.kind = 'stage' and e.state = 'verified'`)}
    union all ${movesOf(tx, scope, needs, sql`-coalesce(s.share, 1)`, sql`e.kind = 'void'`)}`,
});

const movesOf = (
  tx: OrgTx,
  scope: Scope,
  needs: ReadonlySet<string>,
  share: RawBuilder<unknown>,
  kind: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
    select coalesce(s.unit_id, e.unit_id) as unit_id, ${share} as share, e.to_stage as stage,
      coalesce(e.agreement_wan, 0) as amount ${projectColumns(needs)} ${listed(needs, MOVE_ROW)}
    from project_events e ${projectJoin(needs)} ${shareJoin}
    where e.org_id = ${tx.orgId} and ${kind}
      and e.to_stage in ('在谈', '签约', '落地', '开工', '竣工', '投产')
      and ${within(scope)} and e.verified_at <= ${scope.cutOff}`;

/** Whether a stage move `e` stands by a day and an instant: no later step back voided it. */
export const standing = ({ to, cutOff }: Pick<Scope, 'to' | 'cutOff'>): RawBuilder<unknown> => sql`not exists (
  select 1 from project_events v where v.org_id = e.org_id and v.project_id = e.project_id and v.kind = 'void'
    and v.to_stage = e.to_stage and v.id > e.id and v.booked_on <= ${to} and v.verified_at <= ${cutOff})`;
