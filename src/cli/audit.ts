import { randomUUID } from 'node:crypto';
import { writeAudit } from '../services/intake.service.ts';
import type { OrgTx } from '../services/transaction.ts';

/** Notes in the audit what the command line wrote or handed out; `changes` are those of the open transaction. */
export const noteDone = (
  tx: OrgTx,
  done: {
    readonly now: Date;
    readonly personId: number | null;
    readonly command: string;
    readonly detail: string;
    readonly reply: string;
  },
): Promise<void> =>
  writeAudit(tx, {
    at: done.now,
    personId: done.personId,
    platform: 'cli',
    messageKey: randomUUID(),
    command: done.command,
    outcome: 'done',
    subject: null,
    detail: done.detail,
    changes: tx.changes,
    reply: done.reply,
  });
