import { findDelivery, finishLine, lockDelivery } from '../db/inbox.repository.ts';
import type { OrgTx } from './transaction.ts';

/** A button's first press, or what came of it. */
export interface Redeemed {
  /** The reply of the first press; null when this is it. */
  readonly before: unknown;
  /** Keeps the reply of this press, for the next one. */
  keep(reply: unknown): Promise<void>;
}

/** Uses a button up inside the transaction of its effect: of two presses at once, one waits and then sees the other's reply. */
export async function redeem(tx: OrgTx, buttonId: string, now: Date): Promise<Redeemed> {
  const key = { platform: 'button', workspace: String(tx.orgId), source: 'press', key: buttonId };
  await lockDelivery(tx, key);
  const found = await findDelivery(tx.sql, key);
  return {
    before: found ? (found.replies[0] ?? {}) : null,
    keep: async (reply) => {
      await finishLine(tx, key, [reply], now);
    },
  };
}
