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
])('%s is %s', (text, expected) => {
  expect(stage(text)).toBe(expected);
});

it.each(['预计2028年投产', '投产后年产值5亿', '计划开工', '建设电驱动工厂', '八月份试运营'])(
  '%s reaches no stage',
  (text) => {
    expect(stage(text)).toBeNull();
  },
);
