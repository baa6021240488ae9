import { instantAt } from '../src/domain/calendar/date.ts';
import { dayPeriod } from '../src/domain/calendar/period.ts';
import { definePost, type Posting } from '../src/queue/define.ts';
import { briefCard, groupBriefCard } from '../src/rendering/cards/brief.card.ts';
import { BRIEF, groupBrief, personalBriefs } from '../src/services/brief.service.ts';

export default definePost({
  name: BRIEF,
  report: 'daily-brief',
  due: (day, { calendar, settings, timeZone }) =>
    calendar.isWorkday(day) ? [{ period: dayPeriod(day), at: instantAt(day, settings.briefAt, timeZone) }] : [],
  run: async ({ tx, org, now, today, chats }) => {
    const around = { now, today, calendar: org.calendar, org };
    const postings: Posting[] = (await personalBriefs(tx, around)).map(({ personId, items }) => ({
      to: { personId },
      reply: briefCard(items, today),
    }));
    for (const chat of chats) {
      const brief = await groupBrief(tx, around, chat.unitId);
      if (brief) postings.push({ to: { chatId: chat.id }, reply: groupBriefCard(brief, today) });
    }
    return postings;
  },
});
