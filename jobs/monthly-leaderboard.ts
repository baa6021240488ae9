import { booksOf } from '../src/domain/calendar/books.ts';
import { instantAt } from '../src/domain/calendar/date.ts';
import type { LeaderboardModel } from '../src/domain/report/model.ts';
import { definePost } from '../src/queue/define.ts';
import { assignedCard } from '../src/rendering/cards/task.card.ts';
import { boardReply } from '../src/rendering/report/board-reply.ts';
import { drawBoardFiles } from '../src/rendering/report/draw.ts';
import { blankTasks } from '../src/services/follow-up.service.ts';
import { publishMonth } from '../src/services/publish.service.ts';

/** 月度排行: on the month's closing day (default: its last workday) at 17:00 closes the month, ranks, and posts picture, 通报 and workbook. */
export default definePost({
  name: '月报',
  report: 'monthly',
  due: (day, { settings, timeZone }) => {
    const month = booksOf(settings).closingOn(day);
    return month ? [{ period: month, at: instantAt(day, settings.leaderboardAt, timeZone) }] : [];
  },
  run: async ({ tx, org, due, chats }) => {
    const { report, files } = await publishMonth(tx, org, due.period, due.at, drawBoardFiles);
    await blankTasks(tx, report.model as LeaderboardModel, { org, now: due.at }, assignedCard);
    return chats.map((chat) => ({
      to: { chatId: chat.id },
      reply: boardReply(report.model as LeaderboardModel, files),
    }));
  },
});
