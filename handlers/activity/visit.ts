import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '走访',
  group: 'activity',
  synonyms: ['走访企业'],
  initials: 'zf',
  english: ['visit'],
  help: '记一次走访企业',
  usage: '走访 日期 企业 [成果：…] [项目编号]',
  examples: ['走访 6月4日 瑞通标准件公司、安达玻璃公司 成果：收集用工问题 2 个'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('企业'),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('走访企业', values, context),
});
