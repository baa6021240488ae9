import { instantAt } from '../src/domain/calendar/date.ts';
import { weekOf } from '../src/domain/calendar/period.ts';
import { lastWorkdayOfWeek } from '../src/domain/calendar/workday.ts';
import { definePost } from '../src/queue/define.ts';
import { digestReply } from '../src/rendering/report/digest-reply.ts';
import { drawDigestFiles } from '../src/rendering/report/draw.ts';
import { buildDigest } from '../src/services/digest.service.ts';
import { keep } from '../src/services/report.service.ts';

/** 招商周报: the last workday of the week at 17:00, from the last digest's cut-off to this one. */
export default definePost({
  name: '周报',
  report: 'weekly',
  due: (day, { calendar, settings, timeZone }) =>
    day === lastWorkdayOfWeek(calendar, day)
      ? [{ period: weekOf(day), at: instantAt(day, settings.digestAt, timeZone) }]
      : [],
  run: async ({ tx, org, due, chats }) => {
    const model = await buildDigest(tx, org, due.period.from, due.at);
    const { files } = await keep(
      tx,
      'weekly',
      model,
      { inputs: null, schemeId: null, cutOff: due.at },
      await drawDigestFiles(model),
    );
    return chats.map((chat) => ({ to: { chatId: chat.id }, reply: digestReply(model, files) }));
  },
});
