import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { EntryKind } from '../domain/ledger/entry.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecords } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** A project as the rows of a ledger name it. */
export interface LedgerProject {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
}

/** A line of a ledger as a sheet's rows are compared with it. */
export interface KnownEntry {
  readonly id: number;
  readonly projectId: number;
  readonly kind: EntryKind;
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
  readonly voucher: string | null;
  /** Neither returned nor reversed, and no reversal itself. */
  readonly standing: boolean;
}

/** A line that a sheet brings in, in the kind's unit. */
export interface ImportedEntry {
  readonly projectId: number;
  readonly unitId: number | null;
  readonly kind: EntryKind;
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
  readonly voucher: string | null;
  readonly note: string | null;
}

/** The projects of these numbers and names. */
export async function ledgerProjects(
  tx: OrgTx,
  by: { readonly ids: readonly number[]; readonly names: readonly string[] },
): Promise<readonly LedgerProject[]> {
  const { rows } = await sql<LedgerProject>`
    select id, name, unit_id as "unitId" from projects
    where id = any(${[...by.ids]}) or name = any(${[...by.names]}) order by id`.execute(tx.sql);
  return rows;
}

/** Every line of these projects, of these vouchers, and of these numbers. */
export async function knownEntries(
  tx: OrgTx,
  by: { readonly projects: readonly number[]; readonly vouchers: readonly string[]; readonly ids: readonly number[] },
): Promise<readonly KnownEntry[]> {
  const { rows } = await sql<KnownEntry>`
    select id, project_id as "projectId", kind, amount, occurred_on as "occurredOn", voucher,
      state in ('reported', 'verified') and reverses_id is null as standing
    from entries
    where project_id = any(${[...by.projects]}) or voucher = any(${[...by.vouchers]}) or id = any(${[...by.ids]})
    order by id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }));
}

/** Files lines as reported; staff verify them like any other. */
export async function insertEntries(
  tx: OrgTx,
  entries: readonly ImportedEntry[],
  by: { readonly reportedBy: number; readonly reportedAt: Date },
): Promise<void> {
  const rows = entries.map((entry) => ({
    project_id: entry.projectId,
    kind: entry.kind,
    amount: entry.amount,
    occurred_on: entry.occurredOn,
    voucher: entry.voucher,
    note: entry.note,
    unit_id: entry.unitId,
    outside: true,
    state: 'reported',
    reported_by: by.reportedBy,
    reported_at: by.reportedAt,
    late: false,
  }));
  await insertRecords(tx, 'entries', rows, 'L');
}
