import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

const read = (text: string) => readMessage(text, { today: date('2026-06-10'), calendar: workCalendar(), asLead: true });

it.each([
  ['茂会展签约项目、由辽北盛园粮油有限公司投资1.7亿元建设的玉米糖浆项目，正在建设。', '玉米糖浆项目'],
  ['拟分两期投资8亿元用于重型塔架及其配套生产项目。', '重型塔架及其配套生产项目'],
  ['黄董在滨江区搞宏昌智能装备产业园 二十个亿', '宏昌智能装备产业园'],
  ['公司投资9亿元的毛巾项目一期工程计划明年投产；', '毛巾项目'],
  ['企业于今年下半年又投资2000余万元上马了二期项目。', '二期项目'],
  ['湖南老板想搞中药饮片 手里三千万', '中药饮片'],
  ['华能投2个亿把种猪场搞起来了', '种猪场'],
])('%s builds %s', (text, name) => {
  expect(read(text).project).toBe(name);
});

it.each([
  ['引进福建客商投资300万元建设的陶器项目', '福建'],
  ['敬威能源 台湾独资 两千万刀', '台湾'],
  ['同溢 深圳搞丝绸的 有意向来 1000万', '深圳'],
  ['空港物流 老美 3000万美金', '美国'],
])('who is told of in %s comes from %s', (text, place) => {
  expect(read(text).regionFrom).toBe(place);
});
