import { type Selectable, sql } from 'kysely';
import type { Transfer } from '../domain/project/transfer.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { TransferRow } from './project.table.ts';

/** Files a proposed transfer. */
export async function insertTransfer(
  tx: OrgTx,
  transfer: Pick<
    Transfer,
    'projectId' | 'fromUnitId' | 'toUnitId' | 'fromShare' | 'years' | 'reason' | 'proposedBy' | 'proposedAt'
  >,
): Promise<Transfer> {
  return toTransfer(
    await insertRecord(tx, 'transfers', {
      project_id: transfer.projectId,
      from_unit_id: transfer.fromUnitId,
      to_unit_id: transfer.toUnitId,
      from_share: transfer.fromShare,
      years: transfer.years,
      reason: transfer.reason,
      proposed_by: transfer.proposedBy,
      proposed_at: transfer.proposedAt,
    }),
  );
}

/** A transfer by its number; null when there is none. */
export async function findTransfer(tx: OrgTx, id: number): Promise<Transfer | null> {
  const row = await tx.sql.selectFrom('transfers').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toTransfer(row) : null;
}

/** The transfer of a project that is still under way; null when there is none. */
export async function openTransfer(tx: OrgTx, projectId: number): Promise<Transfer | null> {
  const row = await tx.sql
    .selectFrom('transfers')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('state', 'in', ['proposed', 'accepted'])
    .executeTakeFirst();
  return row ? toTransfer(row) : null;
}

/** Moves a transfer on while it stands as it was read; null when somebody was first. */
export async function moveTransfer(
  tx: OrgTx,
  { id, state }: Pick<Transfer, 'id' | 'state'>,
  patch: Parameters<typeof updateRecord<'transfers'>>[3],
): Promise<Transfer | null> {
  const row = await updateRecord(tx, 'transfers', id, patch, sql`state = ${state}`);
  return row ? toTransfer(row) : null;
}

const toTransfer = (row: Selectable<TransferRow>): Transfer => ({
  id: row.id,
  projectId: row.project_id,
  fromUnitId: row.from_unit_id,
  toUnitId: row.to_unit_id,
  fromShare: row.from_share,
  years: row.years,
  reason: row.reason,
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  acceptedBy: row.accepted_by,
});
