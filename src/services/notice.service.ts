import { addressesOf, findChat, insertMessage } from '../db/outbox.repository.ts';
import { uuidv7 } from '../db/uuid.ts';
import type { OrgTx } from './transaction.ts';

/** Something to tell people: a reply (plain data) that leaves after the commit, once per `dedupeKey` and address. */
export interface Notice {
  readonly class: 'notice' | 'escalation' | 'post';
  /** Unique for ever within the org ("task:45:assigned"). */
  readonly dedupeKey: string;
  readonly reply: object;
  readonly now: Date;
  readonly late?: boolean;
  readonly notBefore?: Date;
}

/** Tells people directly, each in their own chat. Gives the ids of those who have no chat bound. */
export async function notifyPeople(
  tx: OrgTx,
  personIds: readonly number[],
  notice: Notice,
): Promise<readonly number[]> {
  const wanted = [...new Set(personIds)];
  const addresses = await addressesOf(tx, wanted);
  for (const { personId, platform, workspace, externalId } of addresses) {
    const to = {
      platform,
      workspace,
      chatExternalId: externalId,
      chatKind: 'direct' as const,
      personExternalId: externalId,
    };
    await put(tx, notice, `${notice.dedupeKey}:p${personId}`, to);
  }
  return wanted.filter((id) => !addresses.some((address) => address.personId === id));
}

/** Tells a chat. The outbox id; null when this notice was put there before, or the chat is switched off. */
export async function notifyChat(tx: OrgTx, chatId: number, notice: Notice): Promise<string | null> {
  const chat = await findChat(tx, chatId);
  if (!chat || chat.restsSince) return null;
  const { platform, workspace, externalId, kind } = chat;
  return put(tx, notice, `${notice.dedupeKey}:c${chatId}`, {
    platform,
    workspace,
    chatExternalId: externalId,
    chatKind: kind,
  });
}

async function put(
  tx: OrgTx,
  { class: kind, reply, now, late, notBefore }: Notice,
  dedupeKey: string,
  to: {
    platform: string;
    workspace: string;
    chatExternalId: string;
    chatKind: 'group' | 'direct';
    personExternalId?: string;
  },
): Promise<string | null> {
  const id = uuidv7(now);
  const extra = { ...(late === undefined ? {} : { late }), ...(notBefore === undefined ? {} : { notBefore }) };
  const inserted = await insertMessage(tx, { ...to, ...extra, id, class: kind, dedupeKey, body: reply }, now);
  return inserted ? id : null;
}
