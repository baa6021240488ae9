import { type Selectable, sql } from 'kysely';
import type { Broadcast, Receipt } from '../domain/work/broadcast.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { BroadcastRow } from './work.table.ts';

/** Files a notice. */
export async function insertBroadcast(
  tx: OrgTx,
  notice: Pick<Broadcast, 'text' | 'sentBy' | 'sentAt' | 'units'>,
): Promise<Broadcast> {
  const row = await insertRecord(tx, 'broadcasts', {
    text: notice.text,
    sent_by: notice.sentBy,
    sent_at: notice.sentAt,
    units: [...notice.units],
  });
  return toBroadcast(row);
}

/** A notice by its number, or the latest one; null when there is none. */
export async function findBroadcast(tx: OrgTx, id: number | null): Promise<Broadcast | null> {
  const all = tx.sql.selectFrom('broadcasts').selectAll().orderBy('id', 'desc').limit(1);
  const row = await (id === null ? all : all.where('id', '=', id)).executeTakeFirst();
  return row ? toBroadcast(row) : null;
}

/** Notes that those who are silent were chased; false when that was done before (a notice is chased once). */
export const markChased = async (tx: OrgTx, id: number, now: Date): Promise<boolean> =>
  (await updateRecord(tx, 'broadcasts', id, { chased_at: now }, sql`chased_at is null`)) !== null;

/** Every step that units have answered with. */
export async function receiptsOf(
  tx: OrgTx,
  id: number,
): Promise<readonly { readonly unitId: number; readonly step: Receipt; readonly person: string | null }[]> {
  return tx.sql
    .selectFrom('broadcast_receipts as r')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.person_id'))
    .select(['r.unit_id as unitId', 'r.step', 'p.name as person'])
    .where('r.broadcast_id', '=', id)
    .orderBy('r.id')
    .execute();
}

/** Files a step of a unit; false when the unit had said so before. */
export async function insertReceipt(
  tx: OrgTx,
  receipt: {
    readonly broadcastId: number;
    readonly unitId: number;
    readonly step: Receipt;
    readonly personId: number;
    readonly at: Date;
  },
): Promise<boolean> {
  const known = await tx.sql
    .selectFrom('broadcast_receipts')
    .select('id')
    .where('broadcast_id', '=', receipt.broadcastId)
    .where('unit_id', '=', receipt.unitId)
    .where('step', '=', receipt.step)
    .executeTakeFirst();
  if (known) return false;
  await insertRecord(tx, 'broadcast_receipts', {
    broadcast_id: receipt.broadcastId,
    unit_id: receipt.unitId,
    step: receipt.step,
    person_id: receipt.personId,
    at: receipt.at,
  });
  return true;
}

const toBroadcast = (row: Selectable<BroadcastRow>): Broadcast => ({
  id: row.id,
  text: row.text,
  sentBy: row.sent_by,
  sentAt: row.sent_at,
  units: row.units,
  chasedAt: row.chased_at,
});
