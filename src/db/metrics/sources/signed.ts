import { type RawBuilder, sql } from 'kysely';
import { addMonths, type CalendarDate, endOfMonth } from '../../../domain/calendar/date.ts';
import type { OrgTx } from '../../org-transaction.ts';
import type { Scope } from '../metric.ts';
import { MOVE_ROW } from './moves.ts';
import { listed, projectColumns, projectJoin, shareJoin, sqlSource } from './sql-source.ts';

/**
 * The signings a rate looks at (its cohort), each project once, at its first signing, with how far it has come by the
 * span's end and what funds it has in place: signed since `since`, those of the last `graceMonths` left out.
 */
export const signed = sqlSource({
  name: 'signed',
  narrows: ['size', 'type', 'origin', 'chain', 'method'],
  rows: (tx, scope, needs) => sql`
    select coalesce(s.unit_id, e.unit_id) as unit_id, coalesce(s.share, 1) as share,
      coalesce(e.agreement_wan, 0) as amount,
      coalesce(reached.landed, false) as landed, coalesce(reached.started, false) as started,
      coalesce(reached.producing, false) as producing, ${needs.has('funds') ? sql`coalesce(paid.funds, 0)` : sql`0`} as funds
      ${projectColumns(needs)} ${listed(needs, MOVE_ROW)}
    from (${firstSignings(tx, scope)}) e ${projectJoin(needs)} ${shareJoin}
    left join (${reachedBy(tx, scope)}) reached on reached.project_id = e.project_id
    ${needs.has('funds') ? sql`left join (${paidBy(tx, scope)}) paid on paid.project_id = e.project_id` : sql``}`,
});

const firstSignings = (tx: OrgTx, scope: Scope): RawBuilder<unknown> => sql`
  select distinct on (project_id) id, org_id, project_id, unit_id, agreement_wan, occurred_on, booked_on, late
  from project_events where org_id = ${tx.orgId} and kind = 'stage' and state = 'verified' and to_stage = '签约'
    and booked_on between ${cohortFrom(scope)} and ${cohortTo(scope)} and verified_at <= ${scope.cutOff}
  order by project_id, booked_on`;

const reachedBy = (tx: OrgTx, { to, cutOff }: Scope): RawBuilder<unknown> => sql`
  select project_id, true as landed, bool_or(to_stage in ('开工', '竣工', '投产')) as started,
    bool_or(to_stage = '投产') as producing
  from project_events where org_id = ${tx.orgId} and kind = 'stage' and state = 'verified'
    and to_stage in ('落地', '开工', '竣工', '投产') and booked_on <= ${to} and verified_at <= ${cutOff}
  group by project_id`;

const paidBy = (tx: OrgTx, { to, cutOff }: Scope): RawBuilder<unknown> => sql`
  select project_id, sum(amount) as funds from entries
  where org_id = ${tx.orgId} and kind = 'funds' and booked_on <= ${to} and verified_at <= ${cutOff}
  group by project_id`;

function cohortFrom({ since, from }: Scope): CalendarDate {
  if (since === 'ever') return '1990-01-01' as CalendarDate;
  return since === 'last-year' ? addMonths(from, -12) : from;
}

function cohortTo({ to, graceMonths }: Scope): CalendarDate {
  const last = addMonths(to, -graceMonths);
  return to === endOfMonth(to) ? endOfMonth(last) : last;
}
