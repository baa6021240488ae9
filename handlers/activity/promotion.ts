import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '推介会',
  group: 'activity',
  synonyms: ['招商推介会', '招商推介', '推介'],
  initials: 'tjh',
  english: ['promotion'],
  help: '记一次推介会',
  usage: '推介会 地点 日期 名称 [成果：…] [项目编号]',
  examples: ['推介会 杭州 6月3日 数字经济专场 成果：达成意向 3 个'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('地点和名称'),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('推介会', values, context),
});
