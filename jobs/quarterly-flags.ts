import { dateAt } from '../src/domain/calendar/date.ts';
import { flagTimes } from '../src/domain/report/quiet-check.ts';
import { definePost, type Posting } from '../src/queue/define.ts';
import { assignedCard } from '../src/rendering/cards/task.card.ts';
import { dayText } from '../src/rendering/day.ts';
import { drawFlagsFiles } from '../src/rendering/report/draw.ts';
import { flagsReply, quietCheckReply } from '../src/rendering/report/flags-reply.ts';
import { storeDrawn } from '../src/services/file.service.ts';
import { quietChecks } from '../src/services/flag.service.ts';
import { flagTasks } from '../src/services/follow-up.service.ts';
import { publishFlags } from '../src/services/publish.service.ts';

/**
 * 季度红黄旗: the first workday after the quarter at 09:00, with the reason of each flag. Heads see the yellow ones first;
 * the groups see them after the quiet check (yellow-flags).
 */
export default definePost({
  name: '季榜',
  report: 'flags',
  due: (day, org) => {
    const { quarter, red } = flagTimes(day, org);
    return dateAt(red, org.timeZone) === day ? [{ period: quarter, at: red }] : [];
  },
  run: async ({ tx, org, due, today, chats }) => {
    const model = await publishFlags(tx, org, due.period, due.at);
    const { red, yellow, yellowOn } = flagTimes(today, org);
    const quiet = yellow > red;
    if (!quiet) await flagTasks(tx, model, { org, now: due.at }, assignedCard);
    const checks = quiet ? await quietChecks(tx, model) : [];
    const told = quiet ? yellowOn : null;
    const drawn = await drawFlagsFiles(model, { yellowOn: told && dayText(told) });
    const reply = flagsReply(model, told, await storeDrawn(tx, drawn));
    return [
      ...chats.map((chat): Posting => ({ to: { chatId: chat.id }, reply })),
      ...checks.flatMap(({ group, flag, heads }) =>
        heads.map(
          (personId): Posting => ({
            to: { personId },
            reply: quietCheckReply(model, group, flag, yellowOn),
          }),
        ),
      ),
    ];
  },
});
