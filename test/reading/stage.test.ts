import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { readStage } from '../../src/reading/stage.ts';

const stage = (text: string) => readStage(text, date('2026-06-10'))?.stage ?? null;

it.each([
  ['正式签约落户高新区', '签约'],
  ['项目用地已摘牌', '落地'],
  ['完成工商注册，计划下月开工', '落地'],
  ['今日动工，预计年底投产', '开工'],
  ['竣工投产', '投产'],
  ['还在谈', '在谈'],
  ['想要60亩 人靠谱 还在谈', '在谈'],
  ['双方终于签字', '签约'],
  ['一期厂房干了八成', '开工'],
  ['昨儿开的工', '开工'],
  ['计划总投资9亿元的项目今晨开工', '开工'],
  ['照拿了 合同也签了', '落地'],
])('%s is %s', (text, expected) => {
  expect(stage(text)).toBe(expected);
});

it.each([
  '预计2028年投产',
  '下月开工',
  '近期开工',
  '计划明年3月装设备，5月试生产',
  '预计2027年9月30日前完成安装调试并正式投产',
  '12月20日前动工',
  '注册5000万别填成投资',
  '参加投资洽谈会',
  '投产后年产值5亿',
  '计划开工',
  '建设电驱动工厂',
  '八月份试运营',
])('%s reaches no stage', (text) => {
  expect(stage(text)).toBeNull();
});
