import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

const kindOf = (text: string) => readMessage(text, { today: date('2026-06-10'), calendar: workCalendar() }).kind;

it.each([
  ['邻县把明阳的风机抢走了 可惜', 'problem'],
  ['润丰农业的冷库 资金断了 停工两个月了', 'problem'],
  ['客商要求先给土地证再签合同 谈不下去了', 'problem'],
  ['@王芳 下周三前把投资协议改好发我', 'task'],
  ['请财政局明天下班前把奖补资金拨付到位', 'task'],
  ['凯达玻璃 日用玻璃制品 1.8亿 60亩', 'lead'],
  ['丹麦诺和诺德公司将投资4亿美元扩建其天津工厂', 'lead'],
  ['奥地利安德里茨集团佛山三期工厂正式启用', 'stage'],
  ['蓝思科技湘潭基地用地已摘牌，计划下月开工', 'stage'],
  ['今年1-6月，全市实际使用外资3.2亿美元，同比增长21.5%。', 'funds'],
  ['截至去年底，完成引进区外资金8.83亿元。', 'funds'],
  ['8月28日，总投资102亿元的22个重大产业项目在高新区集中开工。', 'activity'],
  ['昨天接待了一批江苏客商 看了标准厂房', 'activity'],
  ['截至9月底，全市新签约亿元以上项目326个，协议总投资2380亿元。', 'none'],
  ['力争到2030年，实际利用外资累计突破20亿美元。', 'none'],
  ['比亚迪产业园配套道路工程总投资2.1亿元，由城投公司负责建设', 'none'],
  ['亿纬锂能马来西亚工厂开工，投资4.2亿美元。', 'none'],
  ['德国企业投资10亿元建厂的消息不实', 'none'],
  ['二期5个亿什么时候开工？', 'none'],
])('%s is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});
