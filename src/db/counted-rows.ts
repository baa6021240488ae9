import { type RawBuilder, sql } from 'kysely';
import type { Span } from '../domain/calendar/span.ts';
import type { OrgTx } from './org-transaction.ts';

/** What is counted: booked within these days, verified by this instant. */
export interface FactSpan extends Span {
  readonly cutOff: Date;
}

/** Which counted records (`e`) fall into a stretch of days: those booked on one of them. */
export const bookedIn = ({ from, to }: Span): RawBuilder<unknown> => sql`e.booked_on between ${from} and ${to}`;

/** 补报 booked on one of the days. */
export const lateBookedIn = (span: Span): RawBuilder<unknown> => sql`e.late and ${bookedIn(span)}`;

/** 补报 of things that happened on one of the days. */
export const lateHappenedIn = ({ from, to }: Span): RawBuilder<unknown> =>
  sql`e.late and e.booked_on is not null and e.occurred_on between ${from} and ${to}`;

/** What falls into the days in hindsight: 补报 stands where it happened. */
export const inHindsight = (span: Span): RawBuilder<unknown> =>
  sql`((not e.late and ${bookedIn(span)}) or (${lateHappenedIn(span)}))`;

/** The figures of a unit, beside its `unit_id`. */
export const FACT_COLUMNS = [
  'signed',
  'signed_amount',
  'landed',
  'started',
  'producing',
  'funds',
  'fixed_assets',
  'fdi',
] as const;

/**
 * A row of figures for each unit that is credited with anything in what is `within`. One pass over each of two date indexes; what a step back
 * voided is taken off. */
export const countedRows = (tx: OrgTx, within: RawBuilder<unknown>, cutOff: Date): RawBuilder<unknown> => sql`
    with moves as (
      ${countedMoves(tx, sql`e.kind = 'stage' and e.state = 'verified'`, within, cutOff)}
      union all
      select unit_id, to_stage, -count, -amount
      from (${countedMoves(tx, sql`e.kind = 'void'`, within, cutOff)}) void
    ), money as (
      select coalesce(s.unit_id, e.unit_id) as unit_id, e.kind,
        sum(case when s.share is null then e.amount else s.share * e.amount end) as amount
      from entries e
      left join project_shares s on s.org_id = e.org_id and s.project_id = e.project_id
        and s.from_on <= e.occurred_on and (s.to_on is null or e.occurred_on < s.to_on)
      where e.org_id = ${tx.orgId} and e.kind in ('funds', 'fixed-assets', 'foreign-capital')
        and ${within} and e.verified_at <= ${cutOff}
      group by 1, 2
    ), counted as (
      select unit_id, sum(count) filter (where to_stage = '签约') as signed, sum(amount) filter (where to_stage = '签约') as signed_amount,
        sum(count) filter (where to_stage = '落地') as landed, sum(count) filter (where to_stage = '开工') as started,
        sum(count) filter (where to_stage = '投产') as producing
      from moves group by unit_id
    ), paid as (
      select unit_id, sum(amount) filter (where kind = 'funds') as funds, sum(amount) filter (where kind = 'fixed-assets') as fixed_assets,
        sum(amount) filter (where kind = 'foreign-capital') as fdi
      from money group by unit_id
    )
    select unit_id, coalesce(signed, 0) as signed, coalesce(signed_amount, 0) as signed_amount, coalesce(landed, 0) as landed,
      coalesce(started, 0) as started, coalesce(producing, 0) as producing, coalesce(funds, 0) as funds,
      coalesce(fixed_assets, 0) as fixed_assets, coalesce(fdi, 0) as fdi
    from counted full join paid using (unit_id) where unit_id is not null`;

const countedMoves = (
  tx: OrgTx,
  kind: RawBuilder<unknown>,
  within: RawBuilder<unknown>,
  cutOff: Date,
): RawBuilder<unknown> => sql`
      select coalesce(s.unit_id, e.unit_id) as unit_id, e.to_stage,
        count(*) filter (where s.share is null) + coalesce(sum(s.share), 0) as count,
        sum(case when s.share is null then e.agreement_wan else s.share * e.agreement_wan end) as amount
      from project_events e
      left join project_shares s on s.org_id = e.org_id and s.project_id = e.project_id
        and s.from_on <= e.occurred_on and (s.to_on is null or e.occurred_on < s.to_on)
      where e.org_id = ${tx.orgId} and ${kind} and e.to_stage in ('签约', '落地', '开工', '投产')
        and ${within} and e.verified_at <= ${cutOff}
      group by 1, 2`;
