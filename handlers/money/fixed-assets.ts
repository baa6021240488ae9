import { defineCommand } from '../../src/commands/define.ts';
import { amount, day, project, rest } from '../../src/commands/slots.ts';
import { file } from './_ledger.ts';

export default defineCommand({
  name: '固投',
  group: 'money',
  synonyms: ['完成投资', '固定资产投资'],
  initials: 'gt',
  english: ['capex'],
  help: '记固定资产投资完成额（万元）',
  usage: '固投 项目 金额 [日期] [凭证号]',
  examples: ['固投 X113 3000万 6月8日'],
  slots: {
    project: project(),
    amount: amount(),
    on: day('past', '日期', { optional: true }),
    words: rest('凭证或说明', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (parts, context) => file('fixed-assets', parts, context),
});
