import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { spansWithout } from '../domain/calendar/span.ts';
import { type Amount, type Decimal, decimal, type ForeignAmount } from '../domain/money/decimal.ts';
import type { UnitFacts } from '../domain/report/facts.ts';
import type { KnownSpan } from '../domain/report/figure-name.ts';
import { bookedIn, countedRows, FACT_COLUMNS, type FactSpan, lateBookedIn, lateHappenedIn } from './counted-rows.ts';
import { keptMonths, keptRows } from './kept-month.repository.ts';
import type { OrgTx } from './org-transaction.ts';

/**
 * What each unit is credited with in a span: verified stage moves and entries by the day they are booked on, cut by the
 * project's shares on the day they happened. Units with nothing are left out. Months of which figures are kept
 * ({@link keepMonth}) are not counted again: it gives the same either way. A span looked at in hindsight has 补报 where it
 * happened instead of where it was booked.
 */
export async function unitFacts(tx: OrgTx, span: KnownSpan): Promise<ReadonlyMap<number, UnitFacts>> {
  const { cutOff } = span;
  const kept = await keptMonths(tx, span);
  const parts = spansWithout(span, kept).map((rest) => sql`(${countedRows(tx, bookedIn(rest), cutOff)})`);
  if (kept.length > 0) parts.push(keptRows(tx, kept));
  if (span.hindsight) {
    const less = FACT_COLUMNS.map((name) => sql`-${sql.ref(name)} as ${sql.ref(name)}`);
    parts.push(sql`(${countedRows(tx, lateHappenedIn(span), cutOff)})`);
    parts.push(sql`(select unit_id, ${sql.join(less)} from (${countedRows(tx, lateBookedIn(span), cutOff)}) late)`);
  }
  return parts.length === 0 ? new Map() : summed(tx, parts);
}

/** What of a span's figures is 补报: booked there, and happened before. */
export const lateFacts = (tx: OrgTx, span: FactSpan): Promise<ReadonlyMap<number, UnitFacts>> =>
  summed(tx, [sql`(${countedRows(tx, lateBookedIn(span), span.cutOff)})`]);

async function summed(tx: OrgTx, parts: readonly RawBuilder<unknown>[]): Promise<ReadonlyMap<number, UnitFacts>> {
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

/** Whether by an instant the org had any verified record of days up to one: without one, last year is not known (and not 0). */
export async function hasHistory(tx: OrgTx, upTo: CalendarDate, asOf: Date): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select 1 from entries where org_id = ${tx.orgId} and kind = 'funds'
        and booked_on <= ${upTo} and verified_at <= ${asOf})
      or exists (select 1 from project_events where org_id = ${tx.orgId} and to_stage = '签约'
        and kind = 'stage' and state = 'verified' and booked_on <= ${upTo} and verified_at <= ${asOf}) as known`.execute(
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
