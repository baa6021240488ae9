import { lastWrite, markUndone, revert, writtenSince } from '../db/audit.repository.ts';
import { closedSince } from '../db/entry.repository.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OrgTx } from './transaction.ts';
import { announce } from './webhook.service.ts';

/** A write that was taken back. */
export interface Undone {
  readonly command: string;
  readonly subject: string | null;
}

/** What published figures are made of: once a month was closed on it, it is corrected, not taken back. */
const COUNTED: readonly string[] = ['entries', 'project_events', 'project_shares'];

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Takes back a person's last write: inserted rows go, changed rows get their former state. Refused ("undo.nothing") when
 * there is none within the org's minutes, ("undo.built-on") when anything was built on it, and ("undo.closed") when a month
 * was closed on what counts.
 */
export async function undoLast(tx: OrgTx, personId: number, now: Date, withinMinutes: number): Promise<Undone> {
  const last = await lastWrite(tx, personId);
  if (!last || now.getTime() - last.at.getTime() > withinMinutes * 60_000) {
    throw new Refusal('undo.nothing', { minutes: withinMinutes });
  }
  if (last.subject && (await writtenSince(tx, last.id, last.subject)))
    throw new Refusal('undo.built-on', { subject: last.subject });
  if (last.changes.some(({ table }) => COUNTED.includes(table)) && (await closedSince(tx, last.at)))
    throw new Refusal('undo.closed', { subject: last.subject });
  for (const change of [...last.changes].reverse()) {
    const reverted = await revert(tx, change).catch((error: { code?: string }) => {
      if (error.code === FOREIGN_KEY_VIOLATION) return false;
      throw error;
    });
    if (!reverted) throw new Refusal('undo.built-on', { subject: last.subject });
  }
  await markUndone(tx, last.id);
  await announce(tx, last.changes, now, true);
  return { command: last.command, subject: last.subject };
}
