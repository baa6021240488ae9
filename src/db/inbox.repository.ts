import { sql } from 'kysely';
import { toJson } from './json-column.ts';
import type { Db, OrgTx } from './org-transaction.ts';
import { together } from './together.ts';

/** What names one delivery for ever: the same four words mean the same message. */
export interface DeliveryKey {
  readonly platform: string;
  readonly workspace: string;
  readonly source: string;
  readonly key: string;
}

/** What the inbox knows of a delivery that was seen before. */
export interface Seen {
  readonly state: 'received' | 'done';
  readonly replies: readonly unknown[];
  readonly receivedAt: Date;
  readonly payloadHash: string;
}

/** What is committed of a delivery. */
export interface Delivered {
  readonly orgId: number;
  readonly payload: unknown;
  readonly payloadHash: string;
  readonly now: Date;
}

/** Commits a delivery. Null when it is new, else what is known of it. */
export type Receiver = (delivery: DeliveryKey, content: Delivered) => Promise<Seen | null>;

/** Deliveries in one statement, and statements at a time: those that wait for the same write to the disk need not wait for each other. */
const TOGETHER = { most: 50, lanes: 4 };

/** Commits deliveries; those that come while others are being committed go together, in one statement. */
export function receiverOf(db: Db): Receiver {
  const insert = together(TOGETHER, (rows: readonly (DeliveryKey & Delivered)[]) => insertNew(db, rows));
  return async (delivery, content) => {
    const isNew = await insert({ ...delivery, ...content });
    return isNew ? null : findDelivery(db, delivery);
  };
}

/** Which of them are new, in their order; of two with the same key the first. */
async function insertNew(db: Db, rows: readonly (DeliveryKey & Delivered)[]): Promise<readonly boolean[]> {
  const inserted = await db
    .insertInto('inbox')
    .values(
      rows.map(({ orgId, payload, payloadHash, now, platform, workspace, source, key }) => ({
        ...{ platform, workspace, source, key },
        org_id: orgId,
        payload: toJson(payload),
        payload_hash: payloadHash,
        received_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['platform', 'workspace', 'source', 'key'])
    .execute();
  const fresh = new Set(inserted.map(nameOf));
  return rows.map((row) => fresh.delete(nameOf(row)));
}

const nameOf = ({ platform, workspace, source, key }: DeliveryKey): string =>
  JSON.stringify([platform, workspace, source, key]);

/** What the inbox knows of a delivery; null when it never came. */
export async function findDelivery(db: Db | OrgTx['sql'], delivery: DeliveryKey): Promise<Seen | null> {
  const row = await db
    .selectFrom('inbox')
    .select(['state', 'replies', 'received_at', 'payload_hash'])
    .where('platform', '=', delivery.platform)
    .where('workspace', '=', delivery.workspace)
    .where('source', '=', delivery.source)
    .where('key', '=', delivery.key)
    .executeTakeFirst();
  if (!row) return null;
  return {
    state: row.state,
    replies: (row.replies as unknown[] | null) ?? [],
    receivedAt: row.received_at,
    payloadHash: row.payload_hash,
  };
}

/** Makes two transactions that want the same delivery come one after the other, even before its row exists. */
export async function lockDelivery(tx: OrgTx, delivery: DeliveryKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${Object.values(delivery).join('/')}, 0))`.execute(tx.sql);
}

/**
 * Marks one line of a delivery as done, with its reply, in the transaction of its effect. Null when this call did it;
 * the earlier replies when the line had been done before.
 */
export async function finishLine(
  tx: OrgTx,
  line: DeliveryKey,
  replies: readonly unknown[],
  now: Date,
): Promise<readonly unknown[] | null> {
  const { rows } = await sql<{ key: string }>`
    insert into inbox as known (platform, workspace, source, key, org_id, payload_hash, state, replies, received_at, done_at)
    values (${line.platform}, ${line.workspace}, ${line.source}, ${line.key}, ${tx.orgId}, '', 'done',
      ${toJson(replies)}, ${now}, ${now})
    on conflict (platform, workspace, source, key) do update
      set state = 'done', replies = excluded.replies, done_at = excluded.done_at, payload = null
      where known.state = 'received'
    returning key`.execute(tx.sql);
  return rows.length === 1 ? null : ((await findDelivery(tx.sql, line))?.replies ?? []);
}

/** Marks a delivery of several lines as done once each of them is. */
export async function finishDelivery(
  db: Db,
  delivery: DeliveryKey,
  replies: readonly unknown[],
  now: Date,
): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'done', replies: toJson(replies), done_at: now, payload: null })
    .where('platform', '=', delivery.platform)
    .where('workspace', '=', delivery.workspace)
    .where('source', '=', delivery.source)
    .where('key', '=', delivery.key)
    .execute();
}

/** Deliveries received before an instant and not done, oldest first, each try counted: for the sweeper. */
export async function claimUnfinished(db: Db, before: Date, limit: number): Promise<readonly unknown[]> {
  const { rows } = await sql<{ payload: unknown }>`
    update inbox set attempts = attempts + 1, received_at = now()
    where (platform, workspace, source, key) in (
      select platform, workspace, source, key from inbox
      where state = 'received' and received_at < ${before} and attempts < 5 and payload is not null
      order by received_at limit ${limit} for update skip locked)
    returning payload`.execute(db);
  return rows.map((row) => row.payload);
}
