import { booksOf } from '../src/domain/calendar/books.ts';
import { instantAt } from '../src/domain/calendar/date.ts';
import { definePost } from '../src/queue/define.ts';
import { drawSingleBoardFiles } from '../src/rendering/report/draw.ts';
import { boardsPost } from '../src/rendering/report/single-board-reply.ts';
import { publishSingles } from '../src/services/boards.service.ts';
import { storeDrawn } from '../src/services/file.service.ts';

/** 单项榜: with the month's closing, the boards beside the composite one that carry 月报. */
export default definePost({
  name: '月报',
  report: 'monthly-boards',
  due: (day, { settings, timeZone }) => {
    const month = booksOf(settings).closingOn(day);
    return month ? [{ period: month, at: instantAt(day, settings.leaderboardAt, timeZone) }] : [];
  },
  run: async ({ tx, org, due, chats }) => {
    const models = await publishSingles(tx, org, '月报', due.period, due.at);
    if (models.length === 0) return [];
    const files = await storeDrawn(tx, await drawSingleBoardFiles(models));
    const reply = boardsPost(models, `${models[0]?.org ?? ''}单项榜（${models[0]?.periodLabel ?? ''}）`, files);
    return chats.map((chat) => ({ to: { chatId: chat.id }, reply }));
  },
});
