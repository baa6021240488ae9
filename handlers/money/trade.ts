import { defineCommand } from '../../src/commands/define.ts';
import { day, foreign, project, rest } from '../../src/commands/slots.ts';
import { file } from './_ledger.ts';

export default defineCommand({
  name: '进出口',
  group: 'money',
  synonyms: ['进出口额', '外贸'],
  initials: 'jck',
  english: ['trade'],
  help: '记进出口额（万美元）',
  usage: '进出口 项目 金额 [日期] [凭证号]',
  examples: ['进出口 X113 200万美元 6月8日'],
  slots: {
    project: project(),
    amount: foreign(),
    on: day('past', '日期', { optional: true }),
    words: rest('凭证或说明', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (parts, context) => file('trade', parts, context),
});
