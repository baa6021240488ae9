import { defineCommand } from '../../src/commands/define.ts';
import { day, project, rest, unit } from '../../src/commands/slots.ts';
import { problemCard, raisedCard } from '../../src/rendering/cards/problem.card.ts';
import { raiseProblem } from '../../src/services/problem.service.ts';

export default defineCommand({
  name: '问题',
  group: 'work',
  synonyms: ['堵点', '难点'],
  initials: 'wt',
  english: ['problem', 'issue'],
  help: '登记卡住项目的问题，定责任单位和时限',
  usage: '问题 项目 问题内容 [责任单位] 时限',
  examples: ['问题 X113 二期用地指标没有落实 发改局 周五前'],
  slots: {
    project: project(),
    due: day('future', '时限'),
    unit: unit({ optional: true, label: '责任单位' }),
    text: rest('问题内容'),
  },
  kind: 'write',
  ability: 'report',
  overview: '问题清单',
  run: async ({ project: about, due, unit: owner, text }, context) => {
    const raised = { project: about, text, unitId: owner?.id, dueOn: due };
    return problemCard(await raiseProblem(context.tx, context, raised, raisedCard), '已登记');
  },
});
