import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '接待',
  group: 'activity',
  synonyms: ['来访', '来访接待'],
  initials: 'lfjd',
  english: ['reception'],
  help: '记一次来访接待',
  usage: '接待 日期 企业 [成果：…] [项目编号]',
  examples: ['接待 6月5日 深圳华创公司一行 考察 新能源产业园', '接待 昨天 浙江商会 成果：签订合作备忘录'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('来访企业'),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('来访接待', values, context),
});
