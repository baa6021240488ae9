import { sql } from 'kysely';
import { insertRecord, updateRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';

/** A question the bot has asked: the next text of that person in that chat, or a press, goes to the command's action. */
export interface Pending {
  readonly id: number;
  readonly command: string;
  readonly action: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly state: 'open' | 'used' | 'dropped';
  readonly expired: boolean;
  readonly personId: number;
}

/** Files a question; older open ones of the same person in the same chat stay reachable by their buttons only. */
export async function insertPending(
  tx: OrgTx,
  question: {
    chatId: number;
    personId: number;
    command: string;
    action: string;
    args: unknown;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<number> {
  const row = await insertRecord(tx, 'pending', {
    chat_id: question.chatId,
    person_id: question.personId,
    command: question.command,
    action: question.action,
    args: toJson(question.args),
    created_at: question.createdAt,
    expires_at: question.expiresAt,
  });
  tx.changes.pop();
  return row.id;
}

/** The newest open question of a person in a chat. */
export async function openPending(tx: OrgTx, chatId: number, personId: number, now: Date): Promise<Pending | null> {
  const row = await tx.sql
    .selectFrom('pending')
    .selectAll()
    .where('chat_id', '=', chatId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toPending(row, now) : null;
}

/** A question by number, whatever its state, locked until the transaction ends; null when there is none. */
export async function lockPending(tx: OrgTx, id: number, now: Date): Promise<Pending | null> {
  const row = await tx.sql.selectFrom('pending').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toPending(row, now) : null;
}

/** Changes an open question: its arguments, its action, or its end. False when it was not open any more. */
export async function updatePending(
  tx: OrgTx,
  id: number,
  patch: { args?: unknown; action?: string; state?: 'used' | 'dropped' },
): Promise<boolean> {
  const row = await updateRecord(
    tx,
    'pending',
    id,
    {
      ...(patch.args === undefined ? {} : { args: toJson(patch.args) }),
      ...(patch.action === undefined ? {} : { action: patch.action }),
      ...(patch.state === undefined ? {} : { state: patch.state }),
    },
    sql`state = 'open'`,
  );
  if (row) tx.changes.pop();
  return row !== null;
}

function toPending(
  row: {
    id: number;
    command: string;
    action: string;
    args: unknown;
    state: Pending['state'];
    expires_at: Date;
    person_id: number;
  },
  now: Date,
): Pending {
  return {
    id: row.id,
    command: row.command,
    action: row.action,
    args: row.args as Record<string, unknown>,
    state: row.state,
    expired: row.expires_at <= now,
    personId: row.person_id,
  };
}
