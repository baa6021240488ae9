import { sql } from 'kysely';
import type { LedgerLine } from '../domain/ledger/line.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import type { OrgTx } from './org-transaction.ts';

/** Every line of every ledger, in the order of their numbers. */
export async function ledgerLines(tx: OrgTx): Promise<readonly LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    select e.id, e.kind, e.project_id as "projectId", p.name as "projectName", u.name as "unitName", e.amount,
      e.occurred_on as "occurredOn", e.voucher, e.note, e.state, e.reverses_id as "reversesId", e.booked_on as "bookedOn",
      e.late, r.name as "reportedBy", v.name as "verifiedBy"
    from entries e join projects p on p.org_id = e.org_id and p.id = e.project_id
    left join units u on u.org_id = e.org_id and u.id = e.unit_id
    left join people r on r.org_id = e.org_id and r.id = e.reported_by
    left join people v on v.org_id = e.org_id and v.id = e.verified_by
    order by e.id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }));
}

/** Every target with its unit's name, the latest year first. */
export async function targetLines(tx: OrgTx): Promise<
  readonly {
    readonly unitName: string;
    readonly metric: string;
    readonly year: number;
    readonly annual: Decimal;
    readonly quarters: readonly Decimal[] | null;
  }[]
> {
  const { rows } = await sql<{
    unitName: string;
    metric: string;
    year: number;
    annual: string;
    quarters: string[] | null;
  }>`
    select u.name as "unitName", t.metric, t.year, t.annual, t.quarters::text[] as quarters
    from targets t join units u on u.org_id = t.org_id and u.id = t.unit_id
    order by t.year desc, u.sort_order, u.id, t.id`.execute(tx.sql);
  return rows.map((row) => ({
    ...row,
    annual: decimal(row.annual),
    quarters: row.quarters?.map((quarter) => decimal(quarter)) ?? null,
  }));
}
