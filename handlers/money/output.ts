import { defineCommand } from '../../src/commands/define.ts';
import { amount, day, project, rest } from '../../src/commands/slots.ts';
import { file } from './_ledger.ts';

export default defineCommand({
  name: '产值',
  group: 'money',
  synonyms: ['营收', '销售收入'],
  initials: 'cz',
  english: ['output'],
  help: '记产值（万元）',
  usage: '产值 项目 金额 [日期] [凭证号]',
  examples: ['产值 X113 8000万 6月8日'],
  slots: {
    project: project(),
    amount: amount(),
    on: day('past', '日期', { optional: true }),
    words: rest('凭证或说明', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (parts, context) => file('output', parts, context),
});
