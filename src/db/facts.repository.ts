import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Amount, type Decimal, decimal, type ForeignAmount } from '../domain/money/decimal.ts';
import type { UnitFacts } from '../domain/report/facts.ts';
import type { OrgTx } from './org-transaction.ts';

/** What is counted: booked within these days, verified by this instant. */
export interface FactSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cutOff: Date;
}

/**
 * What each unit is credited with in a span: verified stage moves and entries by the day they are booked on, cut by the
 * project's shares on the day they happened. Units with nothing are left out. One pass over each of two date indexes.
 */
export async function unitFacts(tx: OrgTx, { from, to, cutOff }: FactSpan): Promise<ReadonlyMap<number, UnitFacts>> {
  const { rows } = await sql<FactsRow>`
    with moves as (
      select coalesce(s.unit_id, e.unit_id) as unit_id, e.to_stage,
        count(*) filter (where s.share is null) + coalesce(sum(s.share), 0) as count,
        sum(case when s.share is null then e.agreement_wan else s.share * e.agreement_wan end) as amount
      from project_events e
      left join project_shares s on s.org_id = e.org_id and s.project_id = e.project_id
        and s.from_on <= e.occurred_on and (s.to_on is null or e.occurred_on < s.to_on)
      where e.org_id = ${tx.orgId} and e.kind = 'stage' and e.state = 'verified'
        and e.to_stage in ('签约', '落地', '开工', '投产')
        and e.booked_on between ${from} and ${to} and e.verified_at <= ${cutOff}
      group by 1, 2
    ), money as (
      select coalesce(s.unit_id, e.unit_id) as unit_id, e.kind,
        sum(case when s.share is null then e.amount else s.share * e.amount end) as amount
      from entries e
      left join project_shares s on s.org_id = e.org_id and s.project_id = e.project_id
        and s.from_on <= e.occurred_on and (s.to_on is null or e.occurred_on < s.to_on)
      where e.org_id = ${tx.orgId} and e.kind in ('funds', 'fixed-assets', 'foreign-capital')
        and e.booked_on between ${from} and ${to} and e.verified_at <= ${cutOff}
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
    from counted full join paid using (unit_id) where unit_id is not null`.execute(tx.sql);
  return new Map(rows.map((row) => [row.unit_id, toFacts(row)]));
}

interface FactsRow {
  readonly unit_id: number;
  readonly signed: string;
  readonly signed_amount: string;
  readonly landed: string;
  readonly started: string;
  readonly producing: string;
  readonly funds: string;
  readonly fixed_assets: string;
  readonly fdi: string;
}

const toFacts = (row: FactsRow): UnitFacts => ({
  signedCount: decimal(row.signed),
  signedAmount: decimal<Amount>(row.signed_amount),
  landedCount: decimal(row.landed),
  startedCount: decimal(row.started),
  producingCount: decimal(row.producing),
  funds: decimal<Amount>(row.funds),
  fixedAssets: decimal<Amount>(row.fixed_assets),
  fdi: decimal<ForeignAmount>(row.fdi),
});

/** Whether the org has any verified record booked before a day: without one, last year is not known (and not 0). */
export async function hasHistory(tx: OrgTx, before: CalendarDate): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select 1 from entries where org_id = ${tx.orgId} and kind = 'funds' and booked_on < ${before})
      or exists (select 1 from project_events where org_id = ${tx.orgId} and to_stage = '签约' and booked_on < ${before}) as known`.execute(
    tx.sql,
  );
  return rows[0]?.known ?? false;
}

/** Money that came in (verified) within each span of instants, oldest first: for the digest's bars. */
export async function fundsBySpan(tx: OrgTx, edges: readonly Date[]): Promise<readonly Decimal[]> {
  const spans = edges.slice(1).map((to, at) => sql`(${at}::integer, ${edges[at]}::timestamptz, ${to}::timestamptz)`);
  const { rows } = await sql<{ at: number; funds: string }>`
    select span.at, coalesce(sum(e.amount), 0) as funds
    from (values ${sql.join(spans)}) as span (at, after, upto)
    left join entries e on e.org_id = ${tx.orgId} and e.kind = 'funds' and e.booked_on is not null
      and e.verified_at > span.after and e.verified_at <= span.upto
    group by span.at order by span.at`.execute(tx.sql);
  return rows.map((row) => decimal(row.funds));
}
