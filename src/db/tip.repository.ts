import { type Selectable, sql } from 'kysely';
import type { Tip } from '../domain/tip.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { TipRow } from './outreach.table.ts';

/** Who gave it, and where the answer goes. */
export interface Sender {
  readonly platform: string;
  readonly workspace: string;
  readonly externalId: string;
  readonly name: string | null;
  readonly chatId: number;
}

/** Files a lead from outside. */
export async function insertTip(tx: OrgTx, text: string, from: Sender, at: Date): Promise<Tip> {
  const row = await insertRecord(tx, 'tips', {
    text,
    sender_name: from.name,
    platform: from.platform,
    workspace: from.workspace,
    sender_external_id: from.externalId,
    chat_id: from.chatId,
    given_at: at,
  });
  return toTip(row);
}

/** A tip by its number, or null. */
export async function findTip(tx: OrgTx, id: number): Promise<Tip | null> {
  const row = await tx.sql.selectFrom('tips').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toTip(row) : null;
}

/** The tips that wait for staff, oldest first. */
export const openTips = async (tx: OrgTx): Promise<readonly Tip[]> =>
  (await tx.sql.selectFrom('tips').selectAll().where('state', '=', 'new').orderBy('id').limit(50).execute()).map(toTip);

/** The tips of a sender, the latest first. */
export async function tipsOf(
  tx: OrgTx,
  from: Pick<Sender, 'platform' | 'workspace' | 'externalId'>,
): Promise<readonly Tip[]> {
  const rows = await tx.sql
    .selectFrom('tips')
    .selectAll()
    .where('platform', '=', from.platform)
    .where('workspace', '=', from.workspace)
    .where('sender_external_id', '=', from.externalId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(toTip);
}

/** Decides a tip while it still waits; null when it was decided before. */
export async function decideTip(
  tx: OrgTx,
  id: number,
  patch: {
    readonly state: 'taken' | 'declined';
    readonly projectId: number | null;
    readonly answer: string | null;
    readonly by: number;
    readonly at: Date;
  },
): Promise<Tip | null> {
  const row = await updateRecord(
    tx,
    'tips',
    id,
    {
      state: patch.state,
      project_id: patch.projectId,
      answer: patch.answer,
      decided_by: patch.by,
      decided_at: patch.at,
    },
    sql`state = 'new'`,
  );
  return row ? toTip(row) : null;
}

const toTip = (row: Selectable<TipRow>): Tip => ({
  id: row.id,
  text: row.text,
  senderName: row.sender_name,
  senderExternalId: row.sender_external_id,
  chatId: row.chat_id,
  givenAt: row.given_at,
  state: row.state,
  projectId: row.project_id,
  answer: row.answer,
});
