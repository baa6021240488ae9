import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { readScale } from '../../src/reading/scale.ts';

const scale = (text: string) => readScale(prepare(text, date('2026-06-10'), workCalendar()));

it.each([
  ['项目总投资已从51亿元增至202亿元', { investment: '2020000' }],
  ['总11亿(储能站8亿 装备基地3亿)', { investment: '110000' }],
  ['10亿 分两期 一期4亿', { investment: '100000' }],
  ['一期投资6600万元', { investment: '6600' }],
  ['一期投资30亿 二期投资50亿', { investment: null }],
  ['第一期投资为2.97亿美元(约合20亿元人民币)', { investment: '200000', foreign: '29700' }],
  ['总投资43,460万元（其中建设投资36,449万元）', { investment: '43460' }],
  ['注册资本金100亿元', { investment: null }],
  ['投资强度300万元/亩', { investment: null }],
  ['年产值超5亿元，利税4千万，税收600万', { output: '50000', tax: '600', investment: null }],
  ['投资3亿年产值5亿税收2000万用工200', { investment: '30000', output: '50000', tax: '2000', jobs: 200 }],
  ['本月实际到资2300万美元 同比多了400万', { investment: null, arrivedForeign: '2300' }],
  ['投资450亿日元', { other: { amount: '4500000', currency: 'JPY' }, investment: null, foreign: null }],
  ['占地面积12万平方米，首期6万平方', { land: '180' }],
  ['总建筑面积10万平方米', { land: null }],
  ['流转2500亩稻田', { land: null }],
  ['可安排就业5000人', { jobs: 5000 }],
  ['现有员工1200人', { jobs: null }],
  ['员工规模约300人', { jobs: 300 }],
  ['用地由120亩核减为95亩', { land: '95' }],
  ['规划2.3平方公里 一期先启动800亩', { land: '3450' }],
  ['计划投资(万元) 8600 用地(亩) 46', { investment: '8600', land: '46' }],
  ['该企业2022年实现产值3.6亿元，达产后新增产值4亿元', { output: '40000' }],
  ['明天来交20万诚意金 地25亩', { investment: null, land: '25' }],
  ['1个亿以上的单列', { investment: null }],
  ['今年目标外资5000万刀 目前到了1860万刀', { foreign: null, arrivedForeign: '1860' }],
  ['原报8个亿 现在可研出来9.37亿', { investment: '93700' }],
  ['投资从两千万加到三千五百万', { investment: '3500' }],
  ['说好的12亿只来了3000万', { investment: '120000', arrived: '3000' }],
  ['去年开票2.3亿 纳税900多万 打算扩产 投600万', { investment: '600', output: null, tax: null }],
  ['五年累计税收不少于2亿元', { tax: null }],
  ['投资约4亿元，可新增300个岗位', { investment: '40000', jobs: 300 }],
  ['中试线 3亿 其中市产投出1亿', { investment: '30000' }],
  ['前面报的4.5亿写错了 应是5.4亿', { investment: '54000' }],
  ['投1.1亿 税收800 用工90', { investment: '11000', jobs: 90 }],
  ['拟60亿元投建封装基板项目，固定资产投资累计不低于58亿元', { investment: '600000' }],
  ['投9000万人民币 折合1300万美元', { investment: '9000', foreign: '1300' }],
  ['湖南省客商3亿', { investment: '30000' }],
  ['返乡创业 3亿', { investment: '30000' }],
  ['亩均税从30万降到20万 领导没同意', { investment: null, tax: null }],
  ['同意给恒丰3000万 分三年兑现', { investment: null }],
  ['全部投完150亿 头三年60亿', { investment: '1500000' }],
  ['炉渣 三千二百万 占地十二亩半', { investment: '3200', land: '12.5' }],
  ['占地由原来的600亩扩至820亩', { land: '820' }],
  ['投资16亿元，开园首月门票收入3100万元', { investment: '160000', output: null }],
  ['外商独资 马币2000万', { other: { amount: '2000', currency: 'MYR' }, investment: null }],
  ['鑫达的地价按10.8万一亩', { land: null }],
  ['3500万 买地20亩 产值1.2亿 人80', { investment: '3500', land: '20', output: '12000', jobs: 80 }],
  ['項目總投資新臺幣15億元，需地5公頃', { other: { amount: '150000', currency: 'TWD' }, land: '75' }],
  ['打了2600万进共管户', { investment: null, arrived: '2600' }],
] as const)('%s', (text, expected) => {
  expect(scale(text)).toMatchObject(expected);
});
