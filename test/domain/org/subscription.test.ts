import { expect, it } from 'vitest';
import { subscriptionsIn } from '../../../src/domain/org/subscription.ts';

it.each([
  ['周报 月报 提醒', ['周报', '月报', '今日待办'], []],
  ['红黄旗、白卷', ['季榜', '白卷预警'], []],
  ['周报 招商周报', ['周报'], []],
  ['周报，月报。', ['周报', '月报'], []],
  ['周报 天气', ['周报'], ['天气']],
  ['', [], []],
])('%s', (text, named, unknown) => {
  expect(subscriptionsIn(text)).toEqual({ named, unknown });
});
