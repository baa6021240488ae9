import { defineCommand } from '../../src/commands/define.ts';
import { day, record, rest } from '../../src/commands/slots.ts';
import { coordinatedCard } from '../../src/rendering/cards/problem.card.ts';
import { coordinate } from '../../src/services/problem.service.ts';

export default defineCommand({
  name: '协调',
  group: 'work',
  synonyms: ['协调会', '会商'],
  initials: 'xt',
  english: ['coordinate', 'meeting'],
  help: '给问题记一次协调会，开过几次都有数；要上级帮忙写“提请市级协调”',
  usage: '协调 问题编号 [日期] 议定的事',
  examples: ['协调 W12 6月8日 自规局 15 日前报省厅', '协调 W12 提请市级协调用地指标'],
  slots: {
    problem: record('W', '问题编号'),
    day: day('past', '日期', { optional: true }),
    text: rest('议定的事'),
  },
  kind: 'write',
  ability: 'report',
  run: async ({ problem, day: heldOn, text }, context) => {
    const held = { heldOn: heldOn ?? context.today, text };
    const done = await coordinate(context.tx, context, problem, held);
    return coordinatedCard(done.problem, done.meetings, done.changed);
  },
});
