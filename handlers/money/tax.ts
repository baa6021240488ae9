import { defineCommand } from '../../src/commands/define.ts';
import { amount, day, project, rest } from '../../src/commands/slots.ts';
import { file } from './_ledger.ts';

export default defineCommand({
  name: '税收',
  group: 'money',
  synonyms: ['纳税', '缴税'],
  initials: 'ss',
  english: ['tax'],
  help: '记税收（万元）',
  usage: '税收 项目 金额 [日期] [凭证号]',
  examples: ['税收 X113 120万 6月8日'],
  slots: {
    project: project(),
    amount: amount(),
    on: day('past', '日期', { optional: true }),
    words: rest('凭证或说明', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (parts, context) => file('tax', parts, context),
});
