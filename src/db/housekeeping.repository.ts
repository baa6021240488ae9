import type { OrgTx } from './org-transaction.ts';

/** Forgets this org's answered deliveries older than an instant. */
export async function forgetDeliveries(tx: OrgTx, before: Date): Promise<void> {
  await tx.sql
    .deleteFrom('inbox')
    .where('org_id', '=', tx.orgId)
    .where('state', '=', 'done')
    .where('received_at', '<', before)
    .execute();
}

/** Forgets this org's messages that are over, older than an instant; their ledger lines stay. */
export async function forgetMessages(tx: OrgTx, before: Date): Promise<void> {
  await tx.sql
    .deleteFrom('outbox')
    .where('org_id', '=', tx.orgId)
    .where('state', 'in', ['sent', 'dropped', 'failed', 'held'])
    .where('created_at', '<', before)
    .execute();
}
