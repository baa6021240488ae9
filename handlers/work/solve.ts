import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { problemCard } from '../../src/rendering/cards/problem.card.ts';
import { solveProblem } from '../../src/services/problem.service.ts';

export default defineCommand({
  name: '解决',
  group: 'work',
  synonyms: ['化解', '销号'],
  initials: 'jj',
  english: ['solve'],
  help: '问题解决了，写下办法，销号',
  usage: '解决 问题编号 对策',
  examples: ['解决 W12 省厅已下达用地指标 120 亩'],
  slots: { problem: record('W', '问题编号'), answer: rest('对策') },
  kind: 'write',
  ability: 'report',
  run: async ({ problem, answer }, context) => {
    const solved = await solveProblem(context.tx, context, problem, answer);
    return problemCard(solved.problem, solved.changed ? '已解决，销号' : '早已解决，没有重复写入');
  },
});
