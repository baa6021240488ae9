import { randomBytes } from 'node:crypto';
import { insertMessage } from '../db/outbox.repository.ts';
import { uuidv7 } from '../db/uuid.ts';
import {
  deleteWebhook,
  dropWaiting,
  findWebhook,
  insertWebhook,
  listWebhooks,
  setWebhookRest,
  WEBHOOK,
  type Webhook,
} from '../db/webhook.repository.ts';
import { type News, type NewsType, newsOf } from '../domain/news.ts';
import { projectNumbered, taskNumbered } from './read-api.service.ts';
import type { OrgTx } from './transaction.ts';

export { findWebhook, listWebhooks, WEBHOOK, type Webhook };

/** More news than this in one write are told as one. */
const MOST = 50;

/** Files an address for these events; gives its number and the secret that what it gets is signed by, shown this once. */
export async function addWebhook(
  tx: OrgTx,
  wish: { readonly url: string; readonly events: readonly NewsType[]; readonly inside: boolean; readonly now: Date },
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return { id: await insertWebhook(tx, { ...wish, secret }), secret };
}

/** Lets an address take part again; false when it does, or there is none. */
export const wakeWebhook = (tx: OrgTx, id: number): Promise<boolean> => setWebhookRest(tx, id, null);

/** Takes an address away with what waits for it; false when there was none. */
export async function removeWebhook(tx: OrgTx, id: number): Promise<boolean> {
  await dropWaiting(tx, id);
  return deleteWebhook(tx, id);
}

/** Lets an address rest and drops what waits for it; null when it rests already. */
export async function restWebhook(tx: OrgTx, id: number, why: string, now: Date): Promise<Webhook | null> {
  if (!(await setWebhookRest(tx, id, { since: now, why }))) return null;
  await dropWaiting(tx, id);
  return (await findWebhook(tx, id)) ?? null;
}

/** Puts a trial message for an address into the outbox; false when there is none. */
export async function tryWebhook(tx: OrgTx, id: number, now: Date): Promise<boolean> {
  const webhook = await findWebhook(tx, id);
  if (webhook) await put(tx, webhook, 'test', { words: '小招的试发' }, now);
  return webhook !== undefined;
}

/** Tells the org's addresses what a write changed (or, taken back, un-changed), in the write's own transaction. */
export async function announce(
  tx: OrgTx,
  changes: Parameters<typeof newsOf>[0],
  now: Date,
  undone = false,
): Promise<void> {
  const news = newsOf(changes);
  if (news.length === 0) return;
  const webhooks = await awake(tx);
  if (webhooks.length === 0) return;
  const told = news.length > MOST ? [bulk(news)] : await Promise.all(news.map((one) => tell(tx, one, undone)));
  for (const one of told) if (one) await putAll(tx, webhooks, one.type, one.data, now);
}

/** Tells of a published report. */
export async function announceReport(
  tx: OrgTx,
  report: { readonly id: number; readonly kind: string; readonly period: string; readonly edition: number } & {
    readonly hash: string;
    readonly cutOff: Date;
  },
  title: string,
): Promise<void> {
  const { id, kind, period, edition, hash, cutOff } = report;
  const data = { report: { id, kind, period, edition, hash, cutOff: cutOff.toISOString(), title } };
  await putAll(tx, await awake(tx), 'report.published', data, cutOff);
}

const awake = async (tx: OrgTx): Promise<readonly Webhook[]> =>
  (await listWebhooks(tx)).filter(({ restsSince }) => restsSince === null);

interface Told {
  readonly type: NewsType;
  readonly data: object;
}

/** What is told of one record: what the read API says of it. */
async function tell(tx: OrgTx, { type, about, id, from }: News, undone: boolean): Promise<Told | null> {
  const record = `${about === 'project' ? 'X' : 'R'}${id}`;
  if (undone) return { type: 'change.undone', data: { record, undoes: type } };
  const found = about === 'project' ? await projectNumbered(tx, id) : await taskNumbered(tx, id);
  return found && { type, data: { record, ...(from === undefined ? {} : { from }), [about]: found } };
}

/** A whole sheet was written: how many of what; the receiver reads them by the API. */
function bulk(news: readonly News[]): Told {
  const count = (type: NewsType) => news.filter((one) => one.type === type).length;
  const types = [...new Set(news.map(({ type }) => type))];
  return { type: 'change.bulk', data: { counts: Object.fromEntries(types.map((type) => [type, count(type)])) } };
}

async function putAll(tx: OrgTx, webhooks: readonly Webhook[], type: NewsType, data: object, now: Date): Promise<void> {
  for (const webhook of webhooks) if (webhook.events.includes(type)) await put(tx, webhook, type, data, now);
}

/** One message: its body is drawn here once, so that each attempt sends the same bytes under the same id. */
async function put(tx: OrgTx, { id }: { readonly id: number }, type: string, data: object, now: Date): Promise<void> {
  const message = uuidv7(now);
  const text = JSON.stringify({ type, timestamp: now.toISOString(), data });
  await insertMessage(
    tx,
    {
      ...{ id: message, class: 'notice', dedupeKey: `${WEBHOOK}:${message}`, platform: WEBHOOK },
      ...{ workspace: String(tx.orgId), chatExternalId: String(id), chatKind: 'direct' },
      body: { title: type, parts: [{ type: 'text', text }] },
    },
    now,
  );
}
