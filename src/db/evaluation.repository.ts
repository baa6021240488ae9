import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Forecast, Results } from '../domain/evaluation/forecast.ts';
import type { Evaluation } from '../domain/evaluation/three-books.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';

/** Keeps a verdict with the figures and thresholds it rests on. */
export async function insertEvaluation(
  tx: OrgTx,
  projectId: number,
  { verdict, passes, veto }: Evaluation,
  kept: { readonly inputs: object; readonly by: number; readonly at: Date },
): Promise<void> {
  await insertRecord(tx, 'evaluations', {
    project_id: projectId,
    verdict,
    passes,
    veto,
    inputs: toJson(kept.inputs),
    evaluated_by: kept.by,
    evaluated_at: kept.at,
  });
}

/**
 * What the last evaluation of a project before a day rested on, else the first one after it; null when it was never
 * evaluated.
 */
export async function evaluatedFacts(tx: OrgTx, projectId: number, before: CalendarDate): Promise<Forecast | null> {
  const { rows } = await sql<{ inputs: unknown }>`
    select inputs from evaluations where org_id = ${tx.orgId} and project_id = ${projectId}
    order by evaluated_at >= ${before}::date, case when evaluated_at >= ${before}::date then id else -id end
    limit 1`.execute(tx.sql);
  const [row] = rows;
  const facts = (row?.inputs as { facts?: Partial<Record<keyof Forecast, string | null>> } | undefined)?.facts;
  if (!facts) return null;
  const read = (value: string | null | undefined): Decimal | null => (value ? decimal(value) : null);
  return { investment: read(facts.investment), output: read(facts.output), tax: read(facts.tax) };
}

/** What a project has brought by verified records: fixed assets of all times, output and tax since production began. */
export async function resultsOf(tx: OrgTx, projectId: number): Promise<Results> {
  const { rows } = await sql<{ produced_on: CalendarDate | null; fixed_assets: string; output: string; tax: string }>`
    with produced as (
      select min(occurred_on) as on_day from project_events
      where project_id = ${projectId} and kind = 'stage' and to_stage = '投产' and state = 'verified'
    )
    select p.on_day as produced_on,
      coalesce(sum(e.amount) filter (where e.kind = 'fixed-assets'), 0) as fixed_assets,
      coalesce(sum(e.amount) filter (where e.kind = 'output' and e.occurred_on >= p.on_day), 0) as output,
      coalesce(sum(e.amount) filter (where e.kind = 'tax' and e.occurred_on >= p.on_day), 0) as tax
    from produced p left join entries e on e.project_id = ${projectId} and e.booked_on is not null
    group by p.on_day`.execute(tx.sql);
  const [row] = rows;
  return {
    producedOn: row?.produced_on ?? null,
    fixedAssets: decimal(row?.fixed_assets ?? '0'),
    output: decimal(row?.output ?? '0'),
    tax: decimal(row?.tax ?? '0'),
  };
}
