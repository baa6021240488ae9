import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, readExact, sumExact, ZERO } from '../../../src/domain/money/exact.ts';
import { splitExactly } from '../../../src/domain/money/split.ts';

const split = (figure: number | string, shares: readonly number[], places = 2, mode: 'down' | 'half_up' = 'down') =>
  splitExactly(readExact(figure) ?? ZERO, shares.map(exactNumber), { places, mode });

describe('a figure cut by shares', () => {
  it.each<[string, number | string, readonly number[], readonly string[]]>([
    ['the last takes the rest', 100, [1, 1, 1], ['33.33', '33.33', '33.34']],
    ['any numbers may be shares', 100000, [3, 3, 4], ['30000.00', '30000.00', '40000.00']],
    ['one takes all', '0.05', [7], ['0.05']],
    ['nobody, nothing', 5, [], []],
    ['shares of 0 leave all to the last', 5, [0, 0], ['0.00', '5.00']],
    ['a reversal is cut towards 0', '-0.05', [1, 1], ['-0.02', '-0.03']],
    ['a figure is rounded before it is cut', '1.005', [1, 1], ['0.50', '0.51']],
  ])('%s', (_name, figure, shares, parts) => {
    expect(split(figure, shares)).toEqual(parts);
  });

  it('earlier parts are cut or rounded, as asked', () => {
    expect(split('333333.33', [0.5, 0.5], 2, 'half_up')).toEqual(['166666.67', '166666.66']);
    expect(split('333333.33', [0.5, 0.5], 2, 'down')).toEqual(['166666.66', '166666.67']);
    expect(split(10, [1, 2], 0)).toEqual(['3', '7']);
  });

  it('the parts always add up', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), shares, (cents, weights) => {
        const figure = exactNumber(cents).div(exactNumber(100));
        const parts = splitExactly(figure, weights.map(exactNumber), { places: 2, mode: 'down' });
        expect(sumExact(parts.map((part) => readExact(part) ?? ZERO)).equals(figure)).toBe(true);
      }),
    );
  });
});
