import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { addDays } from '../../src/domain/calendar/date.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { flagTimes } from '../../src/domain/report/quiet-check.ts';
import { note } from '../../src/rendering/reply.ts';
import { flagsReply } from '../../src/rendering/report/flags-reply.ts';
import { quarterFlags } from '../../src/services/publish.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '季榜',
  group: 'figures',
  synonyms: ['红黄旗', '季打榜', '季评比', '季报', '红旗', '黄旗'],
  initials: 'jb',
  english: ['flags', 'quarterly'],
  help: '季度红黄旗：发过的是原榜，没到期的按现在的数预览',
  usage: '季榜 [季度] [预览]',
  examples: ['季榜', '季榜 三季度', '红黄旗 2026-Q2'],
  slots: { words: rest('哪个季度', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ words }, context) => {
    const { tx, org, now, today, calendar, chat, actor } = context;
    const books = booksOf(org.settings);
    const { period } = periodIn(
      words?.replace(/上个?季度?/, books.before(books.holding('quarter', today)).key),
      context,
    );
    const asked = words && period.kind === 'quarter' ? period : books.holding('quarter', period.to);
    if (asked.from > today) throw new Refusal('question.future', { period: asked.key });
    const { model, published } = await quarterFlags(tx, org, asked, now);
    const around = { calendar, settings: org.settings, timeZone: org.timeZone };
    const times = flagTimes(addDays(asked.to, 1), around);
    const alone = chat.kind === 'direct' && mayEver(actor, 'verify');
    const told = alone || times.yellow <= times.red || (published && now >= times.yellow);
    const reply = flagsReply(model, told ? null : times.yellowOn);
    if (published) return reply;
    const rest = `这是预览，按现在的数。季度结束后第一个工作日 ${org.settings.flagsAt} 公布红旗，黄旗先与有关单位核对。`;
    return { ...reply, title: `【预览】${reply.title}`, parts: [...(reply.parts ?? []), note(rest)] };
  },
});
