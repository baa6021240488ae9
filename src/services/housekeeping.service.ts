import { forgetHandovers } from '../db/handover.repository.ts';
import { forgetDeliveries, forgetMessages } from '../db/housekeeping.repository.ts';
import type { OrgTx } from './transaction.ts';

/** Deliveries are kept this long, so that a redelivery meets its first answer. */
const INBOX_DAYS = 7;
const OUTBOX_DAYS = 60;
const DAY_MS = 86_400_000;

/** Forgets what has served its time: answered deliveries after 7 days, sent messages after 60, answers
 * that were fetched after one. The audit stays. */
export async function forgetOld(tx: OrgTx, now: Date): Promise<void> {
  await forgetDeliveries(tx, new Date(now.getTime() - INBOX_DAYS * DAY_MS));
  await forgetMessages(tx, new Date(now.getTime() - OUTBOX_DAYS * DAY_MS));
  await forgetHandovers(tx, new Date(now.getTime() - DAY_MS));
}
