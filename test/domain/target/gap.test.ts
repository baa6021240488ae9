import { describe, expect, test } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { gapOf } from '../../../src/domain/target/gap.ts';
import { d } from '../../support/board.ts';

const target = { annual: d('1200'), quarters: [d('100'), d('300'), d('300'), d('500')] };

describe('what a target still takes', () => {
  test.each([
    ['300', '2026-06-10', '900', '900/7'],
    ['300', '2026-12-31', '900', '900'],
    ['1200', '2026-06-10', '0', '0'],
    ['1500', '2026-06-10', '0', '0'],
    ['-100', '2026-11-01', '1300', '650'],
  ])('with %s done on %s, %s is missing, %s a month', (done, day, missing, monthly) => {
    const gap = gapOf(d(done), target, '1/2', date(day));
    expect([gap?.missing, gap?.monthly.toFraction()]).toEqual([missing, monthly]);
  });

  test.each([
    ['2026-03-31', '100'],
    ['2026-04-01', '400'],
    ['2026-12-31', '1200'],
  ])('split by quarter, on %s %s should be there by the quarter’s end', (day, due) => {
    expect(gapOf(d('0'), target, '1/2', date(day))?.byQuarterEnd).toBe(due);
  });

  test('without a split nothing is asked by quarter; without a target there is no gap', () => {
    expect(gapOf(d('0'), { annual: d('5'), quarters: null }, '1/2', date('2026-06-10'))?.byQuarterEnd).toBeNull();
    expect(gapOf(d('0'), { annual: d('0'), quarters: null }, '1/2', date('2026-06-10'))).toBeNull();
  });
});
