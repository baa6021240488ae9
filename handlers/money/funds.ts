import { defineCommand } from '../../src/commands/define.ts';
import { amount, day, project, rest } from '../../src/commands/slots.ts';
import { file } from './_ledger.ts';

export default defineCommand({
  name: '到位',
  group: 'money',
  synonyms: ['到资', '到账', '到位资金'],
  initials: 'dw',
  english: ['funds'],
  help: '记到位资金（万元），核实后计入排行',
  usage: '到位 项目 金额 [日期] [凭证号]',
  examples: ['到位 X113 5000万 6月8日', '到账 X113 1.2亿 昨天 凭证号 2026-0608'],
  slots: {
    project: project(),
    amount: amount(),
    on: day('past', '日期', { optional: true }),
    words: rest('凭证或说明', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (parts, context) => file('funds', parts, context),
});
