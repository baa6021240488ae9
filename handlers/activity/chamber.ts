import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '商协会对接',
  group: 'activity',
  synonyms: ['对接商会', '商会对接', '协会对接'],
  initials: 'sxh',
  english: ['chamber'],
  help: '记一次与商会、协会的对接',
  usage: '商协会对接 日期 商会 [成果：…]',
  examples: ['商协会对接 6月3日 浙江商会、广东家具协会 成果：约定组团考察'],
  slots: {
    days: days('nearest', '日期'),
    text: rest('地点、企业或名称', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('商协会对接', values, context),
});
