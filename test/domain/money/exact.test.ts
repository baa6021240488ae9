import { describe, expect, it } from 'vitest';
import { exactNumber, exactText, readExact, sumExact } from '../../../src/domain/money/exact.ts';

const text = (value: number | string | bigint) => {
  const exact = readExact(value);
  return exact && exactText(exact);
};

describe('exact numbers', () => {
  it.each<[number | string | bigint, string | null]>([
    [0.1, '0.1'],
    [-2.5, '-2.5'],
    [12345.678901, '12345.678901'],
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    [100, '100'],
    [10n, '10'],
    ['+003.40', '3.4'],
    ['-0', '0'],
    ['1e5', null],
    ['', null],
    ['1,000', null],
    ['9'.repeat(81), null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%s is %s', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it('expansions without end are cut to 30 significant digits, rounded', () => {
    const over = (a: number, b: number) => exactText(exactNumber(a).div(exactNumber(b)));
    expect(over(2, 3)).toBe('0.666666666666666666666666666667');
    expect(over(200, 3)).toBe('66.6666666666666666666666666667');
    expect(over(-1, 300)).toBe('-0.00333333333333333333333333333333');
    expect(over(1, 1024)).toBe('0.0009765625');
  });

  it('a sum is exact, whatever the denominators', () => {
    const parts = [2, 3, 6, 7].map((under) => exactNumber(1).div(exactNumber(under)));
    expect(sumExact(parts).toFraction()).toBe('8/7');
    expect(exactText(sumExact([]))).toBe('0');
  });

  it('what is no number is a fault', () => {
    expect(() => exactNumber(Number.NaN)).toThrow(RangeError);
  });
});
