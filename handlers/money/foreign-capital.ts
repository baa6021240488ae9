import { defineCommand } from '../../src/commands/define.ts';
import { day, foreign, project, rest } from '../../src/commands/slots.ts';
import { file } from './_ledger.ts';

export default defineCommand({
  name: '外资',
  group: 'money',
  synonyms: ['到位外资', '实际使用外资', 'fdi'],
  initials: 'wz',
  english: ['foreign'],
  help: '记实际使用外资（万美元）',
  usage: '外资 项目 金额 [日期] [凭证号]',
  examples: ['外资 X113 200万美元 6月8日'],
  slots: {
    project: project(),
    amount: foreign(),
    on: day('past', '日期', { optional: true }),
    words: rest('凭证或说明', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (parts, context) => file('foreign-capital', parts, context),
});
