import { describe, expect, test } from 'vitest';
import { gapOf } from '../../../src/domain/target/gap.ts';
import { d } from '../../support/board.ts';

const target = { annual: d('1200'), quarters: [d('100'), d('300'), d('300'), d('500')] };

describe('what a target still takes', () => {
  test.each([
    ['300', 6, '900', '900/7'],
    ['300', 12, '900', '900'],
    ['1200', 6, '0', '0'],
    ['1500', 6, '0', '0'],
    ['-100', 11, '1300', '650'],
  ])('with %s done in month %i, %s is missing, %s a month', (done, month, missing, monthly) => {
    const gap = gapOf(d(done), target, '1/2', month);
    expect([gap?.missing, gap?.monthly.toFraction()]).toEqual([missing, monthly]);
  });

  test.each([
    [3, '100'],
    [4, '400'],
    [12, '1200'],
  ])('split by quarter, in month %i %s should be there by the quarter’s end', (month, due) => {
    expect(gapOf(d('0'), target, '1/2', month)?.byQuarterEnd).toBe(due);
  });

  test('without a split nothing is asked by quarter; without a target there is no gap', () => {
    expect(gapOf(d('0'), { annual: d('5'), quarters: null }, '1/2', 6)?.byQuarterEnd).toBeNull();
    expect(gapOf(d('0'), { annual: d('0'), quarters: null }, '1/2', 6)).toBeNull();
  });
});
