import { sql } from 'kysely';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** An address of another system that hears what happens. `inside`: it may be in a private network. */
export interface Webhook {
  readonly id: number;
  readonly url: string;
  readonly events: readonly string[];
  readonly inside: boolean;
  readonly restsSince: Date | null;
  readonly restsWhy: string | null;
}

const FIELDS = ['id', 'url', 'events', 'inside', 'rests_since as restsSince', 'rests_why as restsWhy'] as const;

/** What the outbox calls this way out, and the org's own room on it. */
export const WEBHOOK = 'webhook';

/** Files an address; its number. The secret stays out of the audit. */
export async function insertWebhook(
  tx: OrgTx,
  webhook: Pick<Webhook, 'url' | 'events' | 'inside'> & { readonly secret: string; readonly now: Date },
): Promise<number> {
  const { url, secret, events, inside, now } = webhook;
  const row = await insertRecord(tx, 'webhooks', { url, secret, events: [...events], inside, created_at: now });
  tx.changes.pop();
  return row.id;
}

/** The org's addresses, oldest first, without their secrets. */
export const listWebhooks = (tx: OrgTx): Promise<readonly Webhook[]> =>
  tx.sql.selectFrom('webhooks').select(FIELDS).orderBy('id').execute();

/** One address with the secret it is signed by; undefined when there is none of this number. */
export const findWebhook = (tx: OrgTx, id: number) =>
  tx.sql
    .selectFrom('webhooks')
    .select([...FIELDS, 'secret'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Lets an address rest, or (null) take part again; false when it does already, or there is none. */
export async function setWebhookRest(
  tx: OrgTx,
  id: number,
  rest: { readonly since: Date; readonly why: string } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('webhooks')
    .set({ rests_since: rest?.since ?? null, rests_why: rest?.why ?? null })
    .where('id', '=', id)
    .where('rests_since', rest ? 'is' : 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes an address away; false when there was none. */
export async function deleteWebhook(tx: OrgTx, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx.sql.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Lets go what still waits for an address; how much. */
export async function dropWaiting(tx: OrgTx, id: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update outbox set state = 'dropped', last_error = 'the address rests'
    where org_id = ${tx.orgId} and platform = ${WEBHOOK} and chat_external_id = ${String(id)} and state = 'pending'`.execute(
    tx.sql,
  );
  return Number(numAffectedRows ?? 0);
}
