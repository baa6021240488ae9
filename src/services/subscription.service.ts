import { lockChat, type SubscribingChat, updateChat } from '../db/chat.repository.ts';
import { findPerson, updatePerson } from '../db/roster.repository.ts';
import { mayEver } from '../domain/org/access.ts';
import { subscriptionsIn } from '../domain/org/subscription.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { BRIEF } from './brief.service.ts';
import type { OrgTx } from './transaction.ts';

/** What a chat gets after a change. */
export interface Subscribed {
  readonly chat: SubscribingChat;
  readonly changed: boolean;
}

type By = Pick<Acting, 'actor'> & { readonly chat: { readonly id: number } };

/** What the chat subscribes to now. */
export const subscriptionsOf = async (tx: OrgTx, { chat }: By): Promise<Subscribed> => ({
  chat: await lockChat(tx, chat.id),
  changed: false,
});

/**
 * 订阅 or 取消 for the chat where it is typed. In a direct chat the morning brief is one's own to mute; everything else is
 * for staff. `unitId` makes the chat that unit's own. Refusals "subscription.unknown", "access.denied".
 */
export async function subscribe(
  tx: OrgTx,
  by: By,
  wish: { readonly text: string; readonly off: boolean; readonly unitId: number | undefined },
): Promise<Subscribed> {
  const { named, unknown } = subscriptionsIn(wish.text);
  if (unknown.length > 0 || (named.length === 0 && wish.unitId === undefined)) {
    throw new Refusal('subscription.unknown', { words: unknown.join('、') });
  }
  const chat = await lockChat(tx, by.chat.id);
  const muting = chat.kind === 'direct' && named.includes(BRIEF);
  if (muting) await mute(tx, by.actor.personId, wish.off);
  if (muting && named.length === 1) return { chat, changed: true };
  if (!mayEver(by.actor, 'set-up')) throw new Refusal('access.denied', { command: '订阅' });
  const left = chat.subscriptions.filter((name) => !named.includes(name));
  const subscriptions = wish.off ? left : [...left, ...named];
  const same =
    subscriptions.length === chat.subscriptions.length && (!wish.off || left.length === chat.subscriptions.length);
  if (same && chat.restsSince === null && (wish.unitId === undefined || wish.unitId === chat.unitId))
    return { chat, changed: false };
  await updateChat(tx, chat.id, { subscriptions, ...(wish.unitId === undefined ? {} : { unitId: wish.unitId }) });
  return { chat: await lockChat(tx, chat.id), changed: true };
}

async function mute(tx: OrgTx, personId: number, off: boolean): Promise<void> {
  const mutes = ((await findPerson(tx, personId))?.mutes ?? []).filter((name) => name !== BRIEF);
  await updatePerson(tx, personId, { mutes: off ? [...mutes, BRIEF] : mutes });
}
