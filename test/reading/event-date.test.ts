import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

/** Wednesday 10 June 2026. */
const dayOf = (text: string) => readMessage(text, { today: date('2026-06-10'), calendar: workCalendar() }).date;

it.each([
  ['海通电池 西城区 今儿开的工', '2026-06-10'],
  ['宏光新厂昨儿开业 总投3000万美元', '2026-06-09'],
  ['晨星新材料 12个亿 5.14开工了', '2026-05-14'],
  ['腾飞物流园5月23动工啦', '2026-05-23'],
  ['九州汽车有限公司新工厂，二十八日在滨江奠基。', '2026-05-28'],
  ['6月1日，金龙配送中心在城东动土，总投资3亿元。', '2026-06-01'],
  ['海汇综合体 11个亿 八号签的', '2026-06-08'],
  ['后天新加坡商会来 带十来家企业', '2026-06-12'],
  ['书记周五去东莞 拜访三家企业', '2026-06-12'],
  ['@统计站 报表数据复核一下 两点前给我', '2026-06-10'],
  ['老李你下午去趟规划局把退距的事问清楚', '2026-06-10'],
])('%s happened, or is due, on %s', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

it.each([
  '据本报滨州6月2日电（记者李明）金海呼叫中心近日举行奠基仪式，双方负责人出席了活动。',
  '做肥料的华农，考虑上一条线，1.5到2个亿',
  '华美产业园 1号2号楼主体完了',
  '昨晚饭局上认识的老板 想投一千来万',
])('%s tells no day of an event', (text) => {
  expect(dayOf(text)).toBeNull();
});
