import { forgetChatWebhook, type RestingChat, restChat, restingChats } from '../db/rest.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { staffOf } from '../domain/work/recipients.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';
import { restWebhook, WEBHOOK } from './webhook.service.ts';

/** An address that takes nothing any more: a group, or another system's address (by its host). */
export type Resting = RestingChat | { readonly id: number; readonly host: string; readonly why: string };

/** What takes nothing any more. */
interface Gone {
  readonly platform: string;
  readonly workspace: string;
  readonly chatExternalId: string;
}

/**
 * Switches off an address that its platform says is gone, so that nothing more is sent there until it is set anew, and tells
 * staff once, in the words of `draw`. A person's own chat is left as it is.
 */
export async function restAddress(
  tx: OrgTx,
  { platform, workspace, chatExternalId }: Gone,
  why: string,
  draw: (resting: Resting) => object,
  now: Date,
): Promise<void> {
  const resting =
    platform === WEBHOOK
      ? await restHook(tx, Number(chatExternalId), why, now)
      : await restChat(tx, { platform, workspace, externalId: chatExternalId }, { since: now, why });
  if (resting) await tellStaff(tx, `${platform}:${resting.id}`, draw(resting), now);
}

/** Forgets a group's webhook that is gone, where posts arrive another way, and tells staff once. */
export async function loseWebhook(
  tx: OrgTx,
  { platform, workspace, chatExternalId }: Gone,
  why: string,
  draw: (chat: RestingChat) => object,
  now: Date,
): Promise<void> {
  const chat = await forgetChatWebhook(tx, { platform, workspace, externalId: chatExternalId }, why);
  if (chat) await tellStaff(tx, `${platform}:${chat.id}`, draw(chat), now);
}

async function tellStaff(tx: OrgTx, what: string, reply: object, now: Date): Promise<void> {
  const staff = staffOf(await listPeople(tx)).map((person) => person.id);
  await notifyPeople(tx, staff, { class: 'notice', dedupeKey: `rests:${what}:${now.toISOString()}`, reply, now });
}

async function restHook(tx: OrgTx, id: number, why: string, now: Date): Promise<Resting | null> {
  const webhook = await restWebhook(tx, id, why, now);
  return webhook && { id, host: new URL(webhook.url).host, why };
}

/** The groups that are switched off. */
export const restingGroups = (tx: OrgTx): Promise<readonly RestingChat[]> => restingChats(tx);
