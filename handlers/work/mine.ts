import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { mineReply } from '../../src/rendering/cards/mine.card.ts';
import { mineOf } from '../../src/services/mine.service.ts';

export default defineCommand({
  name: '我的',
  group: 'work',
  synonyms: ['待办', '我的待办', '我的任务'],
  initials: 'wd',
  english: ['mine', 'todo'],
  help: '看手上的任务、问题和到期的项目，急的在前',
  usage: '我的 [页]',
  examples: ['我的', '我的 2'],
  slots: { page: rest('页', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ page }, context) => {
    const items = await mineOf(context.tx, context, context.actor);
    return mineReply(items, /^\d{1,3}$/.test(page ?? '') ? Number(page) : 1, context.today);
  },
});
