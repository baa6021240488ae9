import { booksOf } from '../src/domain/calendar/books.ts';
import { instantAt } from '../src/domain/calendar/date.ts';
import { addWorkdays } from '../src/domain/calendar/workday.ts';
import type { LeaderboardModel } from '../src/domain/report/model.ts';
import { definePost } from '../src/queue/define.ts';
import { drawBoardFiles } from '../src/rendering/report/draw.ts';
import { halfwayReply } from '../src/rendering/report/halfway-reply.ts';
import { publishTasks } from '../src/services/publish.service.ts';

/** 半年 (双过半) and 全年: the first workday after the books of the half or the year closed (30 June) at 09:00. */
export default definePost({
  name: '半年',
  report: 'half',
  due: (day, { calendar, settings, timeZone }) => {
    const books = booksOf(settings);
    const half = books.before(books.holding('half', day));
    if (day !== addWorkdays(calendar, books.closingOf(half), 1)) return [];
    const period = half.key.endsWith('H2') ? books.holding('year', half.to) : half;
    return [{ period, at: instantAt(day, settings.flagsAt, timeZone) }];
  },
  run: async ({ tx, org, due, chats }) => {
    const { report, files } = await publishTasks(tx, org, due.period, due.at, drawBoardFiles);
    return chats.map((chat) => ({
      to: { chatId: chat.id },
      reply: halfwayReply(report.model as LeaderboardModel, files),
    }));
  },
});
