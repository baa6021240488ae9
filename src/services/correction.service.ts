import { subscribers } from '../db/post.repository.ts';
import { rebookLate, undone } from '../db/rebook.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import type { Period } from '../domain/calendar/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Changed, changesOf } from '../domain/report/correction.ts';
import type { LeaderboardModel } from '../domain/report/model.ts';
import { type Board, buildBoard, type Reporting } from './board.service.ts';
import { closedTo } from './booking.ts';
import { notifyChat } from './notice.service.ts';
import type { DrawBoard } from './publish.service.ts';
import { findReport, keep, type Published } from './report.service.ts';
import type { OrgTx } from './transaction.ts';

/** A published month as it would read now, beside what was published. */
export interface Correction {
  readonly periodLabel: string;
  readonly reason: string;
  readonly changes: readonly Changed[];
  /** Records that came late and go back to their month. */
  readonly rebooked: number;
  /** The edition it corrects. */
  readonly edition: number;
}

/** What a 更正 of a month would change: nothing is written. Refusals "correction.none", "correction.reason". */
export async function previewCorrection(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  reason: string,
  now: Date,
): Promise<Correction> {
  const known = await publishedMonth(tx, period, reason);
  return undone(tx, async () => (await recomputed(tx, org, period, reason, now, known)).correction);
}

/**
 * 更正: books late records of the month back into it, computes it again as of now with today's targets, shares and scheme,
 * keeps it as the next edition (the first stays) and tells the groups what changed. Refusals "correction.none",
 * "correction.reason", "correction.same" (nothing changes).
 */
export async function publishCorrection(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  reason: string,
  now: Date,
  draw: DrawBoard,
  replyOf: (correction: Correction, published: Published) => object,
): Promise<{ readonly correction: Correction; readonly published: Published; readonly chats: number }> {
  const known = await publishedMonth(tx, period, reason);
  const { board, correction } = await recomputed(tx, org, period, reason, now, known);
  if (correction.changes.length === 0) throw new Refusal('correction.same', { period: period.key });
  const { id, edition } = known.report;
  const made = { inputs: board.inputs, schemeId: board.schemeId, cutOff: now, corrects: { id, edition, reason } };
  const published = await keep(tx, 'monthly', board.model, made, await draw(board.model));
  const chats = await subscribers(tx, '月报');
  for (const chat of chats) {
    await notifyChat(tx, chat.id, {
      class: 'post',
      dedupeKey: `post:monthly:${period.key}:${edition + 1}`,
      reply: replyOf(correction, published),
      now,
    });
  }
  return { correction, published, chats: chats.length };
}

async function publishedMonth(tx: OrgTx, period: Period, reason: string): Promise<Published> {
  const known = await findReport(tx, 'monthly', period.key);
  if (!known) throw new Refusal('correction.none', { period: period.key });
  if (reason.trim() === '') throw new Refusal('correction.reason');
  return known;
}

async function recomputed(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  reason: string,
  now: Date,
  { report }: Published,
): Promise<{ readonly board: Board; readonly correction: Correction }> {
  const days = booksOf(org.settings).span(period);
  const rebooked = await rebookLate(tx, days, (await closedTo(tx, org)) ?? days.to);
  const board = await buildBoard(tx, org, period, now);
  const changes = changesOf(report.model as LeaderboardModel, board.model);
  const { periodLabel } = board.model;
  return { board, correction: { periodLabel, reason, changes, rebooked, edition: report.edition } };
}
