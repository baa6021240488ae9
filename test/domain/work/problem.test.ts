import { expect, it } from 'vitest';
import { problemKindOf } from '../../../src/domain/work/problem.ts';

it.each([
  ['二期用地指标没有落实', '用地'],
  ['环评批复迟迟不下', '环评'],
  ['招标流标两次', '招投标'],
  ['缺焊工，招工难', '用工'],
  ['银行贷款没有批', '资金'],
  ['进场道路不通', '其他'],
])('%s is a problem of %s', (text, kind) => {
  expect(problemKindOf(text)).toBe(kind);
});
