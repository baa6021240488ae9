import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '签约仪式',
  group: 'activity',
  synonyms: ['集中签约', '签约活动'],
  initials: 'qyys',
  english: ['signing'],
  help: '记一次签约仪式，现场签的项目写编号',
  usage: '签约仪式 地点 日期 名称 X编号… [成果：…]',
  examples: ['签约仪式 6月3日 县宾馆 集中签约 X12 X15'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('地点、企业或名称', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('签约仪式', values, context),
});
