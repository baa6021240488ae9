import { type RestingChat, restChat, restingChats } from '../db/rest.repository.ts';
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
  if (!resting) return;
  const staff = staffOf(await listPeople(tx)).map((person) => person.id);
  const dedupeKey = `rests:${platform}:${resting.id}:${now.toISOString()}`;
  await notifyPeople(tx, staff, { class: 'notice', dedupeKey, reply: draw(resting), now });
}

async function restHook(tx: OrgTx, id: number, why: string, now: Date): Promise<Resting | null> {
  const webhook = await restWebhook(tx, id, why, now);
  return webhook && { id, host: new URL(webhook.url).host, why };
}

/** The groups that are switched off. */
export const restingGroups = (tx: OrgTx): Promise<readonly RestingChat[]> => restingChats(tx);
