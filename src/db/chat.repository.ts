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
  /** Since when nothing is sent there; null: it gets what it subscribed to. */
  readonly restsSince: Date | null;
}

/** A chat, locked. */
export async function lockChat(tx: OrgTx, id: number): Promise<SubscribingChat> {
  const row = await tx.sql
    .selectFrom('chats')
    .select(['id', 'kind', 'name', 'unit_id as unitId', 'subscriptions', 'rests_since as restsSince'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row;
}

const AWAKE = { rests_since: null, rests_why: null };

/** Changes what a chat subscribes to, or whose chat it is; one that was switched off gets posts again. */
export async function updateChat(
  tx: OrgTx,
  id: number,
  patch: { readonly subscriptions?: readonly string[]; readonly unitId?: number | null },
): Promise<void> {
  await updateRecord(tx, 'chats', id, {
    ...AWAKE,
    ...(patch.subscriptions === undefined ? {} : { subscriptions: [...patch.subscriptions] }),
    ...(patch.unitId === undefined ? {} : { unit_id: patch.unitId }),
  });
}

/** The org's groups; the webhook itself is a secret and stays here. */
export async function listGroups(tx: OrgTx) {
  const rows = await tx.sql
    .selectFrom('chats')
    .select(['id', 'platform', 'name', 'subscriptions', 'webhook', 'rests_why as rests'])
    .where('kind', '=', 'group')
    .orderBy('id')
    .execute();
  return rows.map(({ webhook, ...chat }) => ({ ...chat, webhook: webhook !== null }));
}

/** Files a group's webhook, and what goes there goes again; false when there is no such group. */
export async function setChatWebhook(tx: OrgTx, id: number, webhook: string): Promise<boolean> {
  return (await updateRecord(tx, 'chats', id, { webhook, ...AWAKE }, sql`kind = 'group'`)) !== null;
}
