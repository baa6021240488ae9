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
  ['依普 美国的 车用部件 1.5亿美金', '美国'],
  ['韩国那家做隔膜的来电 一期800亿韩元', '韩国'],
  ['湖州做电梯配件的沈总来电 投1.5亿', '湖州'],
  ['莫泰（瑞典） 制造基地 5000万美金', '瑞典'],
  ['赛诺瑞 法国 10亿欧 备忘录', '法国'],
  ['做石墨的 租800平 投三百万 上海过来', '上海'],
  ['九岭（江苏）叶片 2个亿 银川奠基了', '江苏'],
])('who is told of in %s comes from %s', (text, place) => {
  expect(read(text).regionFrom).toBe(place);
});

it.each([
  ['盟达会计所荐来一家 做轴套的 500万美元', '盟达会计所'],
  ['我表哥介绍的 做纽扣的 2000万', '我表哥'],
  ['老韩引的 做海参深加工 1.6个亿', '老韩'],
])('%s is due to %s', (text, name) => {
  expect(read(text).referrer).toBe(name);
});

it.each([
  ['毕马威介绍了个做宠物药的 3000万刀', '中介招商'],
  ['温州商会黄秘书长领来的 做阀门 一个亿', '以商招商'],
  ['纸包装 签成了 给蒙达乳业配套的', '产业链招商'],
  ['三千万美元 云签金坛', '云招商'],
])('%s came by %s', (text, method) => {
  expect(read(text).sourceMethod).toBe(method);
});

it.each([
  ['澳门何生 蛋挞中央厨房 2000万', '何生'],
  ['无锡做减速机的陆工 有意向 要1.2万方厂房', '陆工'],
  ['意大利老板 主要做成套设备 2.9亿', null],
  ['要十万级洁净车间 手机13900002233', null],
])('in %s the contact is %s', (text, name) => {
  expect(read(text).contactName).toBe(name);
});
