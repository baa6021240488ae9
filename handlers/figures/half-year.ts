import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { halfwayReply } from '../../src/rendering/report/halfway-reply.ts';
import { tasksBoard } from '../../src/services/publish.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '半年',
  group: 'figures',
  synonyms: ['双过半', '全年', '过半'],
  initials: 'bn',
  english: ['half', 'halfyear'],
  help: '双过半（全年）：各单位各项任务过没过半、完没完成',
  usage: '半年 [上半年|全年|2025年]',
  examples: ['半年', '双过半', '半年 2025年上半年', '全年'],
  slots: { words: rest('上半年或全年', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ words }, context) => {
    const { period } = periodIn(words, context);
    const whole = period.kind === 'year' || (!words && context.line.startsWith('全年'));
    const books = booksOf(context.org.settings);
    const asked =
      period.kind === 'half' ? period : whole ? books.holding('year', period.to) : books.holding('half', context.today);
    const { model, files } = await tasksBoard(context.tx, context.org, asked, context.now);
    return halfwayReply(model, files);
  },
});
