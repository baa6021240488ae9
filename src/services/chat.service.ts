import { listGroups, setChatWebhook } from '../db/chat.repository.ts';
import type { OrgTx } from './transaction.ts';

/** The org's groups with what they subscribe to; a webhook is only said to be there. */
export const listChats = (tx: OrgTx) => listGroups(tx);

/** Files a group's webhook; false when there is no such group. */
export const setWebhook = (tx: OrgTx, chatId: number, url: string): Promise<boolean> => setChatWebhook(tx, chatId, url);
