import { instantAt } from '../src/domain/calendar/date.ts';
import { weekOf } from '../src/domain/calendar/period.ts';
import { firstWorkdayOfWeek } from '../src/domain/calendar/workday.ts';
import { definePost, type Posting } from '../src/queue/define.ts';
import { askStatusReply, keyLibraryReply } from '../src/rendering/cards/key-project.card.ts';
import { askedFor, keyLibrary } from '../src/services/key-project.service.ts';

/** 顶格推进: the first workday of the week at 09:00, who answers for a key project is asked, the groups see them all. */
export default definePost({
  name: '顶格推进',
  report: 'key-projects',
  due: (day, { calendar, settings, timeZone }) =>
    firstWorkdayOfWeek(calendar, day) === day
      ? [{ period: weekOf(day), at: instantAt(day, settings.keyProjectsAt, timeZone) }]
      : [],
  run: async ({ tx, today, chats }) => {
    const library = await keyLibrary(tx);
    if (library.length === 0) return [];
    const asked: Posting[] = (await askedFor(tx)).map(({ personId, projects }) => ({
      to: { personId },
      reply: askStatusReply(projects, today),
    }));
    return [...asked, ...chats.map((chat) => ({ to: { chatId: chat.id }, reply: keyLibraryReply(library, today) }))];
  },
});
