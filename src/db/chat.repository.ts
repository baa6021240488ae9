import { sql } from 'kysely';
import { updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** A chat as 订阅 sees it. */
export interface SubscribingChat {
  readonly id: number;
  readonly kind: 'group' | 'direct';
  readonly name: string;
  readonly unitId: number | null;
  readonly subscriptions: readonly string[];
}

/** A chat, locked. */
export async function lockChat(tx: OrgTx, id: number): Promise<SubscribingChat> {
  const row = await tx.sql
    .selectFrom('chats')
    .select(['id', 'kind', 'name', 'unit_id as unitId', 'subscriptions'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row;
}

/** Changes what a chat subscribes to, or whose chat it is. */
export async function updateChat(
  tx: OrgTx,
  id: number,
  patch: { readonly subscriptions?: readonly string[]; readonly unitId?: number | null },
): Promise<void> {
  await updateRecord(tx, 'chats', id, {
    ...(patch.subscriptions === undefined ? {} : { subscriptions: [...patch.subscriptions] }),
    ...(patch.unitId === undefined ? {} : { unit_id: patch.unitId }),
  });
}

/** The org's groups; the webhook itself is a secret and stays here. */
export async function listGroups(tx: OrgTx) {
  const rows = await tx.sql
    .selectFrom('chats')
    .select(['id', 'platform', 'name', 'subscriptions', 'webhook'])
    .where('kind', '=', 'group')
    .orderBy('id')
    .execute();
  return rows.map(({ webhook, ...chat }) => ({ ...chat, webhook: webhook !== null }));
}

/** Files a group's webhook; false when there is no such group. */
export async function setChatWebhook(tx: OrgTx, id: number, webhook: string): Promise<boolean> {
  return (await updateRecord(tx, 'chats', id, { webhook }, sql`kind = 'group'`)) !== null;
}
