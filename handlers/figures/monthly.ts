import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { type Period, parsePeriod } from '../../src/domain/calendar/period.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { LeaderboardModel } from '../../src/domain/report/model.ts';
import { assignedCard } from '../../src/rendering/cards/task.card.ts';
import { dayText } from '../../src/rendering/day.ts';
import { type Button, note, type Reply } from '../../src/rendering/reply.ts';
import { boardReply } from '../../src/rendering/report/board-reply.ts';
import { drawBoardFiles } from '../../src/rendering/report/draw.ts';
import { storeDrawn } from '../../src/services/file.service.ts';
import { blankTasks } from '../../src/services/follow-up.service.ts';
import { monthBoard, publishEarly } from '../../src/services/publish.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '月报',
  group: 'figures',
  synonyms: ['月通报', '月考评', '发布月报'],
  initials: 'yb',
  english: ['monthly'],
  help: '看月报：没结账的是预览，结过账的是发布稿；投促中心可“发布”',
  usage: '月报 [月份] [预览|发布]',
  examples: ['月报', '月报 2026-05 预览', '月报 5月'],
  slots: { words: rest('月份、预览或发布', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ words }, context) => {
    const { period, left } = periodIn(words, context);
    const unread = /\d+\s?月|\d{2,}[-年/]\d*|[今去明前]年/.exec(left)?.[0];
    if (unread) throw new Refusal('report.unread', { text: unread });
    if (period.kind !== 'month') throw new Refusal('report.month');
    if (left.includes('发布') || context.line.startsWith('发布')) return publish(period.key, context);
    const board = await monthBoard(context.tx, context.org, period, context.now);
    if (board.published) return boardReply(board.model, board.files);
    const drawn = await drawBoardFiles(board.model);
    const files = await storeDrawn(context.tx, drawn);
    const reply = boardReply(board.model, files);
    const button: Button = {
      label: '发布',
      style: 'primary',
      press: { command: '月报', action: 'publish', args: { period: period.key } },
      confirm: `结账并发布 ${board.model.periodLabel} 月报？之后核实的算下月。`,
    };
    return {
      ...reply,
      title: `【预览】${reply.title}`,
      parts: [...(reply.parts ?? []), note(`这是预览，没有发布。${closingText(period, context)}自动结账发布。`)],
      buttons: mayEver(context.actor, 'publish') ? [button] : (reply.buttons ?? []),
    };
  },
  actions: {
    publish: { kind: 'write', ability: 'publish', run: ({ period }, context) => publish(String(period), context) },
  },
});

/** "6月30日 17:00": when the month closes by itself; what is past is said in general. */
function closingText(month: Period, { org, today }: Context): string {
  const day = booksOf(org.settings).closingOf(month);
  return day < today ? '到结账日' : `${dayText(day)} ${org.settings.leaderboardAt} `;
}

async function publish(key: string, context: Context): Promise<Reply> {
  const period = parsePeriod(key);
  if (!period) throw new Refusal('report.month');
  if (!mayEver(context.actor, 'publish')) throw new Refusal('access.denied', { command: '发布' });
  const { published, chats } = await publishEarly(
    context.tx,
    context.org,
    period,
    context.now,
    drawBoardFiles,
    ({ report, files }) => boardReply(report.model as LeaderboardModel, files),
  );
  const model = published.report.model as LeaderboardModel;
  const at = { org: { ...context.org, calendar: context.calendar }, now: context.now };
  await blankTasks(context.tx, model, at, assignedCard);
  return {
    title: `已结账并发布 ${model.periodLabel} 月报，发到 ${chats} 个群`,
    tone: 'ok',
    parts: [note(`校验码 ${published.report.hash.slice(0, 12)}。之后核实的填报计入下月，标记补报。`)],
  };
}
