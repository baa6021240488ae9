import { type AuditEntry, insertAudit } from '../db/audit.repository.ts';
import {
  claimUnfinished,
  type DeliveryKey,
  findDelivery,
  finishDelivery,
  finishLine,
  receiverOf,
} from '../db/inbox.repository.ts';
import { insertMessage } from '../db/outbox.repository.ts';
import { uuidv7 } from '../db/uuid.ts';
import type { OrgTx } from './transaction.ts';
import { announce } from './webhook.service.ts';

export type { AuditEntry };
export { claimUnfinished, type DeliveryKey, findDelivery, finishDelivery, finishLine, receiverOf };

/** Appends to the audit in the open transaction, and tells other systems what changed. */
export async function writeAudit(tx: OrgTx, entry: AuditEntry): Promise<void> {
  await insertAudit(tx, entry);
  if (entry.outcome === 'done') await announce(tx, entry.changes, entry.at);
}

/** Where an answer goes, for deliveries whose platform does not wait for it. */
export interface AnswerAddress {
  readonly platform: string;
  readonly workspace: string;
  readonly chatExternalId: string;
  readonly chatKind: 'group' | 'direct';
  readonly personExternalId: string;
  readonly answerTo?: Readonly<Record<string, string>>;
}

/** Puts an answer into the outbox in the transaction of its effect. */
export async function putAnswer(tx: OrgTx, key: string, to: AnswerAddress, body: unknown, now: Date): Promise<void> {
  await insertMessage(tx, { ...to, id: uuidv7(now), class: 'reply', dedupeKey: `answer:${key}`, body }, now);
}
