import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '恳谈会',
  group: 'activity',
  synonyms: ['座谈会', '早餐会', '茶话会', '亲商会'],
  initials: 'ktan',
  english: ['talk'],
  help: '记一次恳谈会、座谈会、早餐会',
  usage: '恳谈会 日期 企业 [成果：…]',
  examples: ['恳谈会 6月3日 浙江商会 县领导与企业家座谈 成果：收集建议 5 条'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('地点、企业或名称', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('恳谈会', values, context),
});
