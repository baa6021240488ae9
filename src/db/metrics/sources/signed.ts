import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../domain/calendar/date.ts';
import type { OrgTx } from '../../org-transaction.ts';
import type { Scope } from '../metric.ts';
import { MOVE_ROW, standing } from './moves.ts';
import { listed, projectColumns, projectJoin, shareJoin, sqlSource, within } from './sql-source.ts';

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
  from project_events e where org_id = ${tx.orgId} and kind = 'stage' and state = 'verified' and to_stage = '签约'
    and ${within({ ...scope, from: cohortFrom(scope), to: cohortTo(scope) })} and verified_at <= ${scope.cutOff}
    and ${standing(scope)}
  order by project_id, booked_on`;

const reachedBy = (tx: OrgTx, scope: Scope): RawBuilder<unknown> => sql`
  select project_id, true as landed, bool_or(to_stage in ('开工', '竣工', '投产')) as started,
    bool_or(to_stage = '投产') as producing
  from project_events e where org_id = ${tx.orgId} and kind = 'stage' and state = 'verified'
    and to_stage in ('落地', '开工', '竣工', '投产') and ${until(scope)} and verified_at <= ${scope.cutOff}
    and ${standing(scope)}
  group by project_id`;

const paidBy = (tx: OrgTx, scope: Scope): RawBuilder<unknown> => sql`
  select project_id, sum(amount) as funds from entries e
  where org_id = ${tx.orgId} and kind = 'funds' and ${until(scope)} and verified_at <= ${scope.cutOff}
  group by project_id`;

const until = (scope: Scope): RawBuilder<unknown> => within({ ...scope, from: BEGINNING });

const BEGINNING = '1990-01-01' as CalendarDate;

function cohortFrom({ since, from, books }: Scope): CalendarDate {
  if (since === 'ever') return BEGINNING;
  return since === 'last-year' ? addDays(books.monthsEarlier(addDays(from, -1), 12), 1) : from;
}

const cohortTo = ({ to, graceMonths, books }: Scope): CalendarDate => books.monthsEarlier(to, graceMonths);
