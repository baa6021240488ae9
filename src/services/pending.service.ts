import { insertPending, lockPending, openPending, type Pending, updatePending } from '../db/pending.repository.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OrgTx } from './transaction.ts';

export type { Pending };

/** Where and by whom a question was raised: a command's context fits. */
export interface Asker {
  readonly chat: { readonly id: number };
  readonly actor: { readonly personId: number };
  readonly now: Date;
}

/** How long a question stays open. */
const OPEN_MINUTES = 60 * 24;

/** Asks: the person's next text in the chat (or a press carrying the id) goes to this action. Gives the question's id. */
export function ask(
  tx: OrgTx,
  asker: Asker,
  question: { readonly command: string; readonly action: string; readonly args: unknown; readonly minutes?: number },
): Promise<number> {
  return insertPending(tx, {
    chatId: asker.chat.id,
    personId: asker.actor.personId,
    command: question.command,
    action: question.action,
    args: question.args,
    createdAt: asker.now,
    expiresAt: new Date(asker.now.getTime() + (question.minutes ?? OPEN_MINUTES) * 60_000),
  });
}

/** The question that a text without a command would answer. */
export const currentQuestion = (tx: OrgTx, asker: Asker): Promise<Pending | null> =>
  openPending(tx, asker.chat.id, asker.actor.personId, asker.now);

/**
 * A question by its id, locked, for an action that answers it. Throws Refusal "pending.gone" when there is none or it is
 * somebody else's, "pending.expired" after its time. Its state may be used or dropped: then answer with what is.
 */
export async function question(tx: OrgTx, asker: Asker, id: number): Promise<Pending> {
  const found = await lockPending(tx, id, asker.now);
  if (!found || found.personId !== asker.actor.personId) throw new Refusal('pending.gone');
  if (found.state === 'open' && found.expired) throw new Refusal('pending.expired');
  return found;
}

/** Ends a question as answered; false when it had ended before. */
export const settle = (tx: OrgTx, id: number): Promise<boolean> => updatePending(tx, id, { state: 'used' });
/** Ends a question as given up. */
export const drop = (tx: OrgTx, id: number): Promise<boolean> => updatePending(tx, id, { state: 'dropped' });
/** Keeps a question open with other arguments or another action. */
export const revise = (tx: OrgTx, id: number, patch: { args?: unknown; action?: string }): Promise<boolean> =>
  updatePending(tx, id, patch);
