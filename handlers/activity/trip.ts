import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { file } from './_file.ts';

export default defineCommand({
  name: '外出',
  group: 'activity',
  synonyms: ['外出招商', '出差招商', '出差'],
  initials: 'wc',
  english: ['trip'],
  help: '记一次外出招商：去哪、几天、见了谁、有什么成果',
  usage: '外出 地点 日期 [某某带队] [成员：某某] 拜访 企业 [成果：…] [项目编号]',
  examples: [
    '外出 北京 6月17-21日 拜访 中冶集团, 京东方',
    '外出 深圳 6月9日 半天 王五带队 拜访 比亚迪公司 成果：约定下月来考察',
  ],
  slots: {
    days: days('nearest', '日期'),
    text: rest('去向和企业'),
  },
  kind: 'write',
  ability: 'report',
  run: (values, context) => file('外出招商', values, context),
});
