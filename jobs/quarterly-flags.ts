import { addDays, instantAt } from '../src/domain/calendar/date.ts';
import { quarterOf } from '../src/domain/calendar/period.ts';
import { onOrAfter } from '../src/domain/calendar/workday.ts';
import { definePost } from '../src/queue/define.ts';
import { flagsReply } from '../src/rendering/report/board-reply.ts';
import { publishFlags } from '../src/services/publish.service.ts';

/** 季度红黄旗: the first workday after the quarter at 09:00, with the reason of each flag. */
export default definePost({
  name: '季榜',
  report: 'flags',
  due: (day, { calendar, settings, timeZone }) => {
    const quarter = quarterOf(day);
    if (day !== onOrAfter(calendar, quarter.from)) return [];
    return [{ period: quarterOf(addDays(quarter.from, -1)), at: instantAt(day, settings.flagsAt, timeZone) }];
  },
  run: async ({ tx, org, due, chats }) => {
    const model = await publishFlags(tx, org, due.period, due.at);
    return chats.map((chat) => ({ to: { chatId: chat.id }, reply: flagsReply(model) }));
  },
});
