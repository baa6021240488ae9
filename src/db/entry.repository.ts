import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Entry, EntryKind } from '../domain/ledger/entry.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecord, updateRecord } from './change.ts';
import { type Decision, decisionColumns } from './decision.ts';
import type { EntryRow } from './ledger.table.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files an entry; gives it. */
export async function insertEntry(
  tx: OrgTx,
  entry: Pick<
    Entry,
    'projectId' | 'kind' | 'amount' | 'occurredOn' | 'voucher' | 'note' | 'unitId' | 'reportedBy' | 'reportedAt'
  > &
    Partial<Pick<Entry, 'state' | 'reversesId' | 'bookedOn' | 'late' | 'verifiedBy'>> & { readonly verifiedAt?: Date },
): Promise<Entry> {
  const row = await insertRecord(
    tx,
    'entries',
    {
      project_id: entry.projectId,
      kind: entry.kind,
      amount: entry.amount,
      occurred_on: entry.occurredOn,
      voucher: entry.voucher,
      note: entry.note,
      unit_id: entry.unitId,
      state: entry.state ?? 'reported',
      reverses_id: entry.reversesId ?? null,
      reported_by: entry.reportedBy,
      reported_at: entry.reportedAt,
      verified_by: entry.verifiedBy ?? null,
      verified_at: entry.verifiedAt ?? null,
      booked_on: entry.bookedOn ?? null,
      late: entry.late ?? false,
    },
    'L',
  );
  return toEntry(row);
}

/** Decides an entry while it is still reported; null when it was decided before. */
export async function decideEntry(tx: OrgTx, id: number, decision: Decision): Promise<Entry | null> {
  const row = await updateRecord(tx, 'entries', id, decisionColumns(decision), sql`state = 'reported'`);
  return row ? toEntry(row) : null;
}

/** Marks an entry as reversed; null when it was, or is itself a reversal. */
export async function markReversed(tx: OrgTx, id: number): Promise<Entry | null> {
  const row = await updateRecord(
    tx,
    'entries',
    id,
    { state: 'reversed' },
    sql`state in ('reported', 'verified') and reverses_id is null`,
  );
  return row ? toEntry(row) : null;
}

/** The entry of a number, or null. */
export async function findEntry(tx: OrgTx, id: number): Promise<Entry | null> {
  return id > 2_000_000_000 ? null : ((await entries(tx, sql`id = ${id}`))[0] ?? null);
}

/** Every entry that waits to be verified, oldest first. */
export const waitingEntries = (tx: OrgTx, limit: number): Promise<readonly Entry[]> =>
  entries(tx, sql`state = 'reported' order by id limit ${limit}`);

/** Standing entries that look like the same: the voucher anywhere, or the amount and day on the same project. */
export const entriesAlike = (
  tx: OrgTx,
  entry: Pick<Entry, 'projectId' | 'kind' | 'amount' | 'occurredOn' | 'voucher'>,
): Promise<readonly Entry[]> =>
  entries(
    tx,
    sql`state in ('reported', 'verified') and reverses_id is null and (voucher = ${entry.voucher}
      or (project_id = ${entry.projectId} and kind = ${entry.kind} and amount = ${entry.amount} and occurred_on = ${entry.occurredOn}))
      order by id desc limit 3`,
  );

/** Entries of the same ledger, amount and day on other projects: the same money reported twice, or chance. */
export const entriesElsewhere = (
  tx: OrgTx,
  entry: Pick<Entry, 'projectId' | 'kind' | 'amount' | 'occurredOn'>,
): Promise<readonly Entry[]> =>
  entries(
    tx,
    sql`state in ('reported', 'verified') and reverses_id is null and project_id <> ${entry.projectId}
      and kind = ${entry.kind} and amount = ${entry.amount} and occurred_on = ${entry.occurredOn} order by id desc limit 2`,
  );

/** What a project has in a ledger: verified, and reported but not yet verified. */
export interface ProjectTotal {
  readonly kind: EntryKind;
  readonly verified: Decimal;
  readonly reported: Decimal;
}

/** What a project has in each ledger. */
export async function projectTotals(tx: OrgTx, projectId: number): Promise<readonly ProjectTotal[]> {
  const { rows } = await sql<{ kind: EntryKind; verified: string; reported: string }>`
    select kind, coalesce(sum(amount) filter (where booked_on is not null), 0) as verified,
      coalesce(sum(amount) filter (where state = 'reported'), 0) as reported
    from entries where project_id = ${projectId} group by kind order by kind`.execute(tx.sql);
  return rows.map((row) => ({ kind: row.kind, verified: decimal(row.verified), reported: decimal(row.reported) }));
}

/** The latest closed month ("2026-05"), or null. */
export async function lastClosedMonth(tx: OrgTx): Promise<string | null> {
  const row = await tx.sql.selectFrom('closings').select('month').orderBy('month', 'desc').limit(1).executeTakeFirst();
  return row?.month ?? null;
}

/** The instant at which a month was closed; null while it is open. */
export async function closingOf(tx: OrgTx, month: string): Promise<Date | null> {
  const row = await tx.sql.selectFrom('closings').select('cut_off').where('month', '=', month).executeTakeFirst();
  return row?.cut_off ?? null;
}

/** Whether any month was closed at an instant or after it. */
export async function closedSince(tx: OrgTx, at: Date): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('closings')
    .select('month')
    .where('closed_at', '>=', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Closes a month; false when it was closed before. */
export async function insertClosing(tx: OrgTx, month: string, cutOff: Date, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('closings')
    .values({ month, cut_off: cutOff, closed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function entries(tx: OrgTx, where: RawBuilder<unknown>): Promise<readonly Entry[]> {
  const { rows } = await sql<Selectable<EntryRow>>`select * from entries where ${where}`.execute(tx.sql);
  return rows.map(toEntry);
}

function toEntry(row: Selectable<EntryRow>): Entry {
  return {
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    amount: decimal(row.amount),
    occurredOn: row.occurred_on,
    voucher: row.voucher,
    note: row.note,
    unitId: row.unit_id,
    state: row.state,
    reversesId: row.reverses_id,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at,
    verifiedBy: row.verified_by,
    returnedReason: row.returned_reason,
    bookedOn: row.booked_on,
    late: row.late,
    version: row.version,
  };
}
