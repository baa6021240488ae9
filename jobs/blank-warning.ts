import { booksOf } from '../src/domain/calendar/books.ts';
import { addDays, instantAt } from '../src/domain/calendar/date.ts';
import { dayPeriod } from '../src/domain/calendar/period.ts';
import { onOrBefore } from '../src/domain/calendar/workday.ts';
import { definePost, type Posting } from '../src/queue/define.ts';
import { blankGroupReply, blankHeadReply } from '../src/rendering/cards/blank.card.ts';
import { dayText, weekdayText } from '../src/rendering/day.ts';
import { blankUnits } from '../src/services/blank.service.ts';

/**
 * 白卷预警: 7 and 3 days before the month's books end, on the last workday up to that day, at the brief's hour, to each head concerned and then to
 * the group.
 */
export default definePost({
  name: '白卷预警',
  report: 'blank-warning',
  due: (day, { calendar, settings, timeZone }) =>
    settings.blankWarningDays.some(
      (days) => day === onOrBefore(calendar, addDays(booksOf(settings).holding('month', day).to, -days)),
    )
      ? [{ period: dayPeriod(day), at: instantAt(day, settings.briefAt, timeZone) }]
      : [],
  run: async ({ tx, org, now, today, chats }) => {
    const units = await blankUnits(tx, org, now);
    if (units.length === 0) return [];
    const end = booksOf(org.settings).nextClosing(today).day;
    const closing = `${dayText(end)}（${weekdayText(end)}）${org.settings.leaderboardAt}`;
    const heads: Posting[] = units.flatMap((unit) =>
      unit.heads.map((personId) => ({ to: { personId }, reply: blankHeadReply(unit, closing) })),
    );
    return [...heads, ...chats.map((chat) => ({ to: { chatId: chat.id }, reply: blankGroupReply(units, closing) }))];
  },
});
