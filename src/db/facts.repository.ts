import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { spansWithout } from '../domain/calendar/span.ts';
import { type Amount, type Decimal, decimal, type ForeignAmount } from '../domain/money/decimal.ts';
import type { UnitFacts } from '../domain/report/facts.ts';
import { countedRows, FACT_COLUMNS, type FactSpan } from './counted-rows.ts';
import { keptMonths, keptRows } from './kept-month.repository.ts';
import type { OrgTx } from './org-transaction.ts';

/**
 * What each unit is credited with in a span: verified stage moves and entries by the day they are booked on, cut by the
 * project's shares on the day they happened. Units with nothing are left out. Months of which figures are kept
 * ({@link keepMonth}) are not counted again: it gives the same either way.
 */
export async function unitFacts(tx: OrgTx, span: FactSpan): Promise<ReadonlyMap<number, UnitFacts>> {
  const kept = await keptMonths(tx, span);
  const parts = spansWithout(span, kept).map((rest) => sql`(${countedRows(tx, { ...rest, cutOff: span.cutOff })})`);
  if (kept.length > 0) parts.push(keptRows(tx, kept));
  if (parts.length === 0) return new Map();
  const { rows } = await sql<FactsRow>`
    select unit_id, ${sql.join(FACT_COLUMNS.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`))}
    from (${sql.join(parts, sql` union all `)}) part group by unit_id`.execute(tx.sql);
  return new Map(rows.map((row) => [row.unit_id, toFacts(row)]));
}

type FactsRow = Readonly<Record<(typeof FACT_COLUMNS)[number], string>> & { readonly unit_id: number };

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
