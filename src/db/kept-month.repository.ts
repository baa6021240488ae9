import { type RawBuilder, sql } from 'kysely';
import { addMonths, type CalendarDate, date, endOfMonth, startOfMonth } from '../domain/calendar/date.ts';
import { wholeMonths } from '../domain/calendar/span.ts';
import { bookedIn, countedRows, FACT_COLUMNS, type FactSpan } from './counted-rows.ts';
import type { OrgTx } from './org-transaction.ts';

/** The months ("2026-05") wholly within a span whose figures are kept and hold nothing verified after its cut-off. */
export async function keptMonths(tx: OrgTx, span: FactSpan): Promise<readonly string[]> {
  const months = wholeMonths(span);
  if (months.length === 0) return [];
  const { rows } = await sql<{ month: string }>`
    select month from kept_months where org_id = ${tx.orgId} and month in (${sql.join([...months])})
      and (known_at is null or known_at <= ${span.cutOff}) order by month`.execute(tx.sql);
  return rows.map(({ month }) => month);
}

/** The kept figures of these months, in the columns of {@link countedRows}. */
export const keptRows = (tx: OrgTx, months: readonly string[]): RawBuilder<unknown> => sql`
  select unit.* from kept_months, jsonb_to_recordset(facts) as unit
    (unit_id integer, ${sql.join(FACT_COLUMNS.map((name) => sql`${sql.ref(name)} numeric`))})
  where org_id = ${tx.orgId} and month in (${sql.join([...months])})`;

/** The latest month of this year and the last that is over and not kept; null when all are. */
export async function unkeptMonth(tx: OrgTx, today: CalendarDate): Promise<string | null> {
  const { rows } = await sql<{ month: string | null }>`
    select max(to_char(first, 'YYYY-MM')) as month
    from generate_series(${`${Number(today.slice(0, 4)) - 1}-01-01`}::date, ${addMonths(startOfMonth(today), -1)}::date, '1 month') first
    where to_char(first, 'YYYY-MM') not in (select month from kept_months where org_id = ${tx.orgId})`.execute(tx.sql);
  return rows[0]?.month ?? null;
}

/**
 * Keeps a month's figures. Nothing is kept while somebody changes what counts in it (false): the triggers that forget a
 * month hold the same locks, shared. Only in a transaction that reads what is committed.
 */
export async function keepMonth(tx: OrgTx, month: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(${tx.orgId}, 0)
      and pg_try_advisory_xact_lock(${tx.orgId}, ${Number(month.replace('-', ''))}) as alone`.execute(tx.sql);
  if (!rows[0]?.alone) return false;
  const first = date(`${month}-01`);
  const span = { from: first, to: endOfMonth(first), cutOff: new Date('9999-12-31') };
  await sql`
    insert into kept_months (month, known_at, facts)
    select ${month}, greatest(
        (select max(verified_at) from project_events where org_id = ${tx.orgId} and booked_on between ${span.from} and ${span.to}
          and kind in ('stage', 'void') and state = 'verified' and to_stage in ('签约', '落地', '开工', '投产')),
        (select max(verified_at) from entries where org_id = ${tx.orgId} and booked_on between ${span.from} and ${span.to}
          and kind in ('funds', 'fixed-assets', 'foreign-capital'))),
      (select coalesce(jsonb_agg(unit), '[]') from (${countedRows(tx, bookedIn(span), span.cutOff)}) unit)
    on conflict (org_id, month) do nothing`.execute(tx.sql);
  return true;
}
