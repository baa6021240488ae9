import { booksOf } from '../src/domain/calendar/books.ts';
import { instantAt } from '../src/domain/calendar/date.ts';
import { addWorkdays } from '../src/domain/calendar/workday.ts';
import { definePost, type Posting } from '../src/queue/define.ts';
import { rescueQueueReply, unitRescueReply } from '../src/rendering/cards/rescue.card.ts';
import { rescueList } from '../src/services/rescue.service.ts';

/** 抢救单: three workdays before the month closes, to the heads concerned and, as a queue, to staff. */
export default definePost({
  name: '抢救单',
  report: 'rescue',
  due: (day, { calendar, settings, timeZone }) => {
    const closing = booksOf(settings).nextClosing(day);
    return day === addWorkdays(calendar, closing.day, -settings.rescueWorkdays)
      ? [{ period: closing.month, at: instantAt(day, settings.briefAt, timeZone) }]
      : [];
  },
  run: async ({ tx, org, now }) => {
    const { units, queue, staff, closes } = await rescueList(tx, org, now);
    if (queue.length === 0) return [];
    const heads = units.flatMap((unit): readonly Posting[] =>
      unit.heads.map((personId) => ({ to: { personId }, reply: unitRescueReply(unit, closes) })),
    );
    const told = new Set(heads.map(({ to }) => ('personId' in to ? to.personId : 0)));
    const centre = staff.filter((personId) => !told.has(personId));
    return [
      ...heads,
      ...centre.map((personId): Posting => ({ to: { personId }, reply: rescueQueueReply(queue, closes) })),
    ];
  },
});
