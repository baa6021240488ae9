import { insertLedger, subscribers } from '../db/post.repository.ts';
import type { Period } from '../domain/calendar/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { notifyChat } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A scheduled post: its name in subscriptions, and what ledger rows call it. */
export interface Posted {
  readonly name: string;
  readonly report: string;
}

/**
 * 发布 ahead of time: what a scheduled post would say goes to every subscribed chat now, once; its own time then finds it
 * done. Gives how many chats. Refusal "report.published".
 */
export async function postEarly(
  tx: OrgTx,
  { name, report }: Posted,
  period: Period,
  now: Date,
  make: () => Promise<object>,
): Promise<number> {
  const line = { report, period: period.key, dueAt: now, late: false, state: 'posted' as const };
  if (!(await insertLedger(tx, { ...line, chatId: 0 }))) {
    throw new Refusal('report.published', { period: period.key, report: name });
  }
  const reply = await make();
  const chats = await subscribers(tx, name);
  for (const chat of chats) {
    if (!(await insertLedger(tx, { ...line, chatId: chat.id }))) continue;
    await notifyChat(tx, chat.id, { class: 'post', dedupeKey: `post:${report}:${period.key}`, reply, now });
  }
  return chats.length;
}
