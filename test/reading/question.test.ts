import { describe, expect, test } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { isQuestion, readQuestion } from '../../src/reading/question.ts';

const TODAY = date('2026-06-10');
const NAMES = ['城关镇', '城关', '经开区'];

describe('a question names its figure, its period and what is wanted', () => {
  test.each([
    ['城关镇上半年到位多少', 'funds', '2026-H1', 'value'],
    ['今年亿元以上项目签约几个', 'signed_count/1亿以上', '2026-1..6', 'value'],
    ['全县1-5月签约额是多少', 'signed_amount', '2026-1..5', 'value'],
    ['去年省外到位资金多少', 'funds/省外', '2025', 'value'],
    ['哪个镇本月外出招商最多', 'activity_count/外出招商', '2026-06', 'most'],
    ['到位最少的是哪家', 'funds', '2026-1..6', 'least'],
    ['谁本月还没有开工', 'started_count', '2026-06', 'none'],
    ['本周新增线索几条', 'lead_count', '2026-W24', 'value'],
    ['经开区今年逾期任务几件？', 'tasks_overdue', '2026-1..6', 'value'],
    ['今年有没有签约', 'signed_count', '2026-1..6', 'value'],
    ['跟去年比到位怎么样', 'funds', '2026-1..6', 'value'],
    ['哪个镇还是白卷', 'signed_count', '2026-1..6', 'none'],
    ['上季度履约率怎么样', 'performance_rate', '2026-Q1', 'value'],
  ])('%s', (text, figure, period, wants) => {
    const question = readQuestion(text, TODAY);
    expect([question?.figures[0], question?.period.key, question?.wants]).toEqual([figure, period, wants]);
    expect(isQuestion(text, TODAY, NAMES)).toBe(true);
  });
});

describe('what is no question', () => {
  test.each([
    '今天拜访了深圳华创公司，了解投产情况',
    '客商想投3亿建电池厂，问落地要几个月',
    '到位 5000万 6月8日',
    '企业问税收优惠有多少',
    '华辰光伏组件项目签约了吗',
    '13900001111 王总问什么时候开工',
    '您好',
  ])('%s', (text) => {
    expect(isQuestion(text, TODAY, NAMES)).toBe(false);
  });
});

test.each([
  ['今年到位最多的镇', '乡镇'],
  ['签约最少的部门', '部门'],
  ['今年谁到位最多', null],
])('%s compares %s', (text, among) => {
  expect(readQuestion(text, TODAY)?.among).toBe(among);
});
