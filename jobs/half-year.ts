import { addDays, instantAt, partsOf } from '../src/domain/calendar/date.ts';
import { halfOf, yearOf } from '../src/domain/calendar/period.ts';
import { onOrAfter } from '../src/domain/calendar/workday.ts';
import type { LeaderboardModel } from '../src/domain/report/model.ts';
import { definePost } from '../src/queue/define.ts';
import { drawBoardFiles } from '../src/rendering/report/draw.ts';
import { halfwayReply } from '../src/rendering/report/halfway-reply.ts';
import { publishTasks } from '../src/services/publish.service.ts';

/** 半年 (双过半) and 全年: the first workday after 30 June and after the year's end at 09:00. */
export default definePost({
  name: '半年',
  report: 'half',
  due: (day, { calendar, settings, timeZone }) => {
    const half = halfOf(day);
    if (day !== onOrAfter(calendar, half.from)) return [];
    const last = addDays(half.from, -1);
    const period = partsOf(last).month === 12 ? yearOf(last) : halfOf(last);
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
