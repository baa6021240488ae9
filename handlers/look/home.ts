import { defineCommand } from '../../src/commands/define.ts';
import { homeCard } from '../../src/rendering/cards/home.card.ts';
import { homeOf } from '../../src/services/home.service.ts';

export default defineCommand({
  name: '首页',
  group: 'look',
  synonyms: ['工作台', '主页'],
  initials: 'sy',
  english: ['home'],
  help: '自己的一页：今天、任务、项目、排名，和常用的几件事',
  usage: '首页',
  examples: ['首页'],
  slots: {},
  kind: 'read',
  ability: 'look',
  run: async (_, context) => homeCard(await homeOf(context.tx, context), context.today),
});
