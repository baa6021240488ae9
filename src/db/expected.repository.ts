import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Expected, ExpectedKind } from '../domain/ledger/expected.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Which money of which project and month. */
export interface ExpectedKey {
  readonly projectId: number;
  readonly kind: ExpectedKind;
  readonly month: CalendarDate;
}

/** Keeps what is expected of a project in a ledger and month: told anew it takes the former's place. */
export async function putExpected(
  tx: OrgTx,
  { projectId, kind, month }: ExpectedKey,
  told: { readonly amount: Decimal; readonly likelihood: number | null; readonly by: number; readonly at: Date },
): Promise<void> {
  const values = {
    amount: told.amount,
    likelihood: told.likelihood,
    told_by: told.by,
    told_at: told.at,
    dropped: false,
  };
  const known = await tx.sql
    .selectFrom('expected_entries')
    .select('id')
    .where('project_id', '=', projectId)
    .where('kind', '=', kind)
    .where('month', '=', month)
    .executeTakeFirst();
  if (known) await updateRecord(tx, 'expected_entries', known.id, values);
  else await insertRecord(tx, 'expected_entries', { project_id: projectId, kind, month, ...values });
}

/** Takes everything that is still expected of a project off the list; gives how many. */
export async function dropExpected(tx: OrgTx, projectId: number): Promise<number> {
  const rows = await tx.sql
    .selectFrom('expected_entries')
    .select('id')
    .where('project_id', '=', projectId)
    .where('dropped', '=', false)
    .execute();
  for (const { id } of rows) await updateRecord(tx, 'expected_entries', id, { dropped: true });
  return rows.length;
}

/** What is expected since a month, of all, of a unit or of a project, earliest first. */
export const expectedEntries = (
  tx: OrgTx,
  since: CalendarDate,
  of: { readonly unitId?: number | undefined; readonly projectId?: number | undefined } = {},
): Promise<readonly Expected[]> =>
  expected(
    tx,
    sql`e.month >= ${since}
      and (${of.unitId ?? null}::integer is null or x.unit_id = ${of.unitId ?? null})
      and (${of.projectId ?? null}::integer is null or x.id = ${of.projectId ?? null})`,
  );

async function expected(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Expected[]> {
  const { rows } = await sql<Expected>`
    select e.id, e.project_id as "projectId", x.name as "projectName", x.unit_id as "unitId", u.name as "unitName",
      e.kind, e.month, e.amount, e.likelihood,
      coalesce((select sum(l.amount) from entries l where l.org_id = e.org_id and l.project_id = e.project_id
        and l.kind = e.kind and l.state <> 'returned'
        and l.occurred_on >= e.month and l.occurred_on < e.month + interval '1 month'), 0) as arrived
    from expected_entries e
    join projects x on x.org_id = e.org_id and x.id = e.project_id
    left join units u on u.org_id = x.org_id and u.id = x.unit_id
    where not e.dropped and (${condition}) order by e.month, e.kind, e.amount desc, e.id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, amount: decimal(row.amount), arrived: decimal(row.arrived) }));
}
