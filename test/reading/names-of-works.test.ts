import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

const read = (text: string) => readMessage(text, { today: date('2026-06-10'), calendar: workCalendar(), asLead: true });

it.each([
  ['茂会展签约项目、由川南福农油脂有限公司投资8000万元建设的菜籽油项目，进展顺利。', '菜籽油项目'],
  ['拟分三期投资6亿元用于矿用设备及其配套生产项目。', '矿用设备及其配套生产项目'],
  ['曹董在河西区搞宏昌智能装备产业园 五个亿', '宏昌智能装备产业园'],
  ['公司投资3亿元的毛巾项目一期工程力争后年投产；', '毛巾项目'],
  ['企业上月又投资900余万元上马了二期项目。', '二期项目'],
  ['恒睿机械 高速卷扬机 8000万 投产了', '高速卷扬机'],
  ['茂林实业仿麻丝 2个亿 三百个岗位', '仿麻丝'],
  ['芦山灯饰城规划120亩，投资2.6亿元，明年建成。', '芦山灯饰城'],
  ['贵州老板想搞豆制品 手里五百万', '豆制品'],
  ['华能投6000万把种鸡场搞起来了', '种鸡场'],
])('%s builds %s', (text, name) => {
  expect(read(text).project).toBe(name);
});

it.each([
  ['引进湖南客商投资700万元建设的竹器项目', '湖南'],
  ['朗威能源 香港独资 六百万刀', '香港'],
  ['同溢 苏州搞刺绣的 有意向来 400万', '苏州'],
  ['临港冷链 老美 900万美金', '美国'],
  ['沃普 丹麦的 泵阀 2000万美金', '丹麦'],
  ['法国那家做香水的来电 一期900万欧元', '法国'],
  ['衢州做水龙头的童总来电 投4000万', '衢州'],
  ['霍姆（芬兰） 制造基地 800万美金', '芬兰'],
  ['洛蒂斯 荷兰 3000万欧 备忘录', '荷兰'],
  ['做假花的 租500平 投一百万 宁波过来', '宁波'],
  ['七岭（广东）阀门 4个亿 遵义开工了', '广东'],
])('who is told of in %s comes from %s', (text, place) => {
  expect(read(text).regionFrom).toBe(place);
});

it.each([
  ['信衡会计所荐来一家 做密封圈的 300万美元', '信衡会计所'],
  ['我姐夫介绍的 做雨伞的 600万', '我姐夫'],
  ['老唐引的 做笋干加工 3000万', '老唐'],
])('%s is due to %s', (text, name) => {
  expect(read(text).referrer).toBe(name);
});

it.each([
  ['德勤介绍了个做牙膏的 700万刀', '中介招商'],
  ['泉州商会邱会长领来的 做雨鞋 两千万', '以商招商'],
  ['瓶盖 签成了 给青川酒业配套的', '产业链招商'],
  ['九百万美元 云签当涂', '云招商'],
])('%s came by %s', (text, method) => {
  expect(read(text).sourceMethod).toBe(method);
});

it.each([
  ['香港罗生 月饼厂 900万', '罗生'],
  ['常州做传送带的吴工 有意向 要5000方厂房', '吴工'],
  ['加拿大老板 主要做牛肉 1.1亿', null],
  ['要两层标准车间 手机13900005566', null],
])('in %s the contact is %s', (text, name) => {
  expect(read(text).contactName).toBe(name);
});
