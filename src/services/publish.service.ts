import { hasHistory } from '../db/facts.repository.ts';
import { insertLedger, subscribers } from '../db/post.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { dateAt } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import { Refusal } from '../domain/refusal.ts';
import type { FlagsModel, LeaderboardModel } from '../domain/report/model.ts';
import { type Board, buildBoard, type Reporting } from './board.service.ts';
import type { DrawnFile } from './file.service.ts';
import { checkedFlags } from './flag.service.ts';
import { notifyChat } from './notice.service.ts';
import { findReport, flagsOf, keep, type Published, publishBoard } from './report.service.ts';
import type { OrgTx } from './transaction.ts';

/** Draws a board's files; given by whoever may render. */
export type DrawBoard = (model: LeaderboardModel) => Promise<readonly DrawnFile[]>;

/** Closes the month and keeps its leaderboard; a month published before gives what was published. */
export const publishMonth = (
  tx: OrgTx,
  org: Reporting,
  period: Period,
  cutOff: Date,
  draw: DrawBoard,
): Promise<Published> => publishBoard(tx, org, 'monthly', period, cutOff, draw);

/** The board of a half-year or year with its 双过半 table, kept; the same again when it was published before. */
export const publishTasks = (
  tx: OrgTx,
  org: Reporting,
  period: Period,
  cutOff: Date,
  draw: DrawBoard,
): Promise<Published> => publishBoard(tx, org, period.kind === 'year' ? 'year' : 'half', period, cutOff, draw);

/** The board of a half-year or year as published; or as it stands now. */
export async function tasksBoard(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  now: Date,
): Promise<{ readonly model: LeaderboardModel; readonly files: Published['files'] }> {
  const known = await findReport(tx, period.kind === 'year' ? 'year' : 'half', period.key);
  if (known) return { model: known.report.model as LeaderboardModel, files: known.files };
  return { model: (await buildBoard(tx, org, period, now)).model, files: [] };
}

/** The quarter's flags, kept; the same again when they were published before. */
export async function publishFlags(tx: OrgTx, org: Reporting, period: Period, cutOff: Date): Promise<FlagsModel> {
  const known = await findReport(tx, 'flags', period.key);
  if (known) return known.report.model as FlagsModel;
  const board = await buildBoard(tx, org, period, cutOff);
  const model = flagsOf(board, period);
  await keep(tx, 'flags', model, { inputs: board.inputs, schemeId: board.schemeId, cutOff }, []);
  return model;
}

/** The flags of a quarter as published, after its quiet check without those whose objection was upheld; or as they would be now. */
export async function quarterFlags(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  now: Date,
): Promise<{ readonly model: FlagsModel; readonly published: boolean }> {
  const checked = await checkedFlags(tx, period);
  if (checked) return { model: checked.model, published: true };
  return { model: flagsOf(await buildBoard(tx, org, period, now), period), published: false };
}

/** The board of a month as published; or as it stands now when it was not. */
export async function monthBoard(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  now: Date,
): Promise<{ readonly model: LeaderboardModel; readonly files: Published['files']; readonly published: boolean }> {
  const known = await findReport(tx, 'monthly', period.key);
  if (known) return { model: known.report.model as LeaderboardModel, files: known.files, published: true };
  return { model: (await buildBoard(tx, org, period, now)).model, files: [], published: false };
}

/**
 * The months of this task year before the present one, newest first, that were not published though something is known
 * of them: their boards can be looked at all the same.
 */
export async function unpublishedMonths(tx: OrgTx, org: Reporting, now: Date): Promise<readonly Period[]> {
  const books = booksOf(org.settings);
  const today = dateAt(now, org.timeZone);
  const { from } = books.taskYear(today);
  const months: Period[] = [];
  let month = books.before(books.holding('month', today));
  for (; month.from >= from; month = books.before(month)) {
    const known = (await findReport(tx, 'monthly', month.key)) === null && (await hasHistory(tx, month.to, now));
    if (known) months.push(month);
  }
  return months;
}

/** The board of a period as it stands now, with what it is made of: for 我的排名. */
export const boardNow = (tx: OrgTx, org: Reporting, now: Date): Promise<Board> =>
  buildBoard(tx, org, booksOf(org.settings).holding('month', dateAt(now, org.timeZone)), now);

/**
 * 发布: closes a month ahead of its time and posts it to every subscribed chat, once. Refusals "report.future" and
 * "report.published".
 */
export async function publishEarly(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  now: Date,
  draw: DrawBoard,
  replyOf: (published: Published) => object,
): Promise<{ readonly published: Published; readonly chats: number }> {
  if (booksOf(org.settings).span(period).from > dateAt(now, org.timeZone))
    throw new Refusal('report.future', { period: period.key });
  if (await findReport(tx, 'monthly', period.key)) throw new Refusal('report.published', { period: period.key });
  const published = await publishMonth(tx, org, period, now, draw);
  const line = { report: 'monthly', period: period.key, dueAt: now, late: false, state: 'posted' as const };
  await insertLedger(tx, { ...line, chatId: 0 });
  const chats = await subscribers(tx, '月报');
  for (const chat of chats) {
    if (!(await insertLedger(tx, { ...line, chatId: chat.id }))) continue;
    await notifyChat(tx, chat.id, {
      class: 'post',
      dedupeKey: `post:monthly:${period.key}`,
      reply: replyOf(published),
      now,
    });
  }
  return { published, chats: chats.length };
}
