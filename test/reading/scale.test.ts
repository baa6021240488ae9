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
] as const)('%s', (text, expected) => {
  expect(scale(text)).toMatchObject(expected);
});
