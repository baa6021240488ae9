import { dateAt } from '../src/domain/calendar/date.ts';
import { flagTimes } from '../src/domain/report/quiet-check.ts';
import { definePost } from '../src/queue/define.ts';
import { assignedCard } from '../src/rendering/cards/task.card.ts';
import { drawFlagsFiles } from '../src/rendering/report/draw.ts';
import { yellowFlagsReply } from '../src/rendering/report/flags-reply.ts';
import { storeDrawn } from '../src/services/file.service.ts';
import { checkedFlags } from '../src/services/flag.service.ts';
import { flagTasks } from '../src/services/follow-up.service.ts';

/** 黄旗: a day after the heads saw them (静默核对), without those whose objection was upheld; each makes a task. */
export default definePost({
  name: '季榜',
  report: 'yellow-flags',
  due: (day, org) => {
    const { quarter, red, yellow } = flagTimes(day, org);
    return yellow > red && dateAt(yellow, org.timeZone) === day ? [{ period: quarter, at: yellow }] : [];
  },
  run: async ({ tx, org, due, chats }) => {
    const checked = await checkedFlags(tx, due.period);
    if (!checked) return [];
    const { model, objections } = checked;
    await flagTasks(tx, model, { org, now: due.at }, assignedCard);
    if (objections.length === 0 && model.groups.every(({ yellow }) => yellow.length === 0)) return [];
    const files = await storeDrawn(tx, await drawFlagsFiles(model, { yellowOn: null }));
    return chats.map((chat) => ({ to: { chatId: chat.id }, reply: yellowFlagsReply(model, objections, files) }));
  },
});
