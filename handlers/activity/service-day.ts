import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '企业服务日',
  group: 'activity',
  synonyms: ['服务日'],
  initials: 'qyfw',
  english: ['service-day'],
  help: '记一次企业服务日',
  usage: '企业服务日 日期 企业 [成果：…]',
  examples: ['企业服务日 6月10日 瑞通标准件公司、安达玻璃公司 成果：解决用电问题 1 个'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('地点、企业或名称', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('企业服务日', values, context),
});
