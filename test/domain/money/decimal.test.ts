import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  add,
  amount,
  area,
  compare,
  type Decimal,
  decimal,
  exact,
  foreignAmount,
  isNegative,
  isZero,
  negate,
  type RoundingMode,
  round,
  subtract,
  sum,
  toDecimal,
  tryDecimal,
} from '../../../src/domain/money/decimal.ts';

/** Amounts to the 分 (six decimals of 万元), up to some thousand 亿, either sign. */
const money = fc
  .tuple(fc.bigInt({ min: -99_999_999n, max: 99_999_999n }), fc.nat(999_999))
  .map(([whole, part]) => amount(`${whole}.${String(part).padStart(6, '0')}`));

describe('decimal text', () => {
  it.each([
    ['12000', '12000'],
    ['012.50', '12.5'],
    ['+3.0', '3'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['0.10', '0.1'],
    ['00', '0'],
    ['-12.340', '-12.34'],
    [12000, '12000'],
    [10n ** 30n, `1${'0'.repeat(30)}`],
    [1e21, null],
    ['', null],
    ['.5', null],
    ['5.', null],
    ['1.2.3', null],
    ['1,000', null],
    ['１２', null],
    ['1e5', null],
    ['NaN', null],
    [Number.NaN, null],
    ['Infinity', null],
    ['--1', null],
    [' 1', null],
    ['1'.repeat(81), null],
  ])('%s is %s', (text, expected) => {
    expect(tryDecimal(text)).toBe(expected);
    if (expected === null) expect(() => decimal(text)).toThrow(RangeError);
  });

  it('has one form: written again it stays, and equal values are equal text', () => {
    fc.assert(
      fc.property(money, fc.nat(3), (value, zeros) => {
        expect(decimal(value)).toBe(value);
        const longer = value.includes('.') ? `${value}${'0'.repeat(zeros)}` : `${value}.${'0'.repeat(zeros + 1)}`;
        expect(decimal(longer)).toBe(value);
        expect(JSON.parse(JSON.stringify({ value }))).toEqual({ value });
      }),
    );
  });

  it('万元, 万美元 and 亩 are read alike', () => {
    expect([amount('1.50'), foreignAmount('1.50'), area('1.50')]).toEqual(['1.5', '1.5', '1.5']);
  });
});

describe('adding and taking away', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['99999999.999999', '0.000001', '100000000'],
    ['-5', '5', '0'],
    ['1.1', '-2.2', '-1.1'],
  ])('%s and %s is %s', (a, b, expected) => {
    expect(add(amount(a), amount(b))).toBe(expected);
    expect(subtract(amount(a), negate(amount(b)))).toBe(expected);
  });

  it('what was added is taken away again to the last 分', () => {
    fc.assert(
      fc.property(money, money, money, (a, b, c) => {
        expect(subtract(add(a, b), b)).toBe(a);
        expect(add(a, b)).toBe(add(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(add(a, negate(a))).toBe('0');
        expect(negate(negate(a))).toBe(a);
      }),
    );
  });

  it('a total is that of whole 分, in any order', () => {
    const fen = (value: Decimal) => {
      const { s, n, d } = exact(value);
      return (s * n * 1_000_000n) / d;
    };
    fc.assert(
      fc.property(fc.array(money, { maxLength: 30 }), (values) => {
        const total = sum(values);
        expect(fen(total)).toBe(values.reduce((all, value) => all + fen(value), 0n));
        expect(sum([...values].reverse())).toBe(total);
      }),
    );
  });

  it('order, sign and zero agree', () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        const difference = subtract(a, b);
        expect(compare(a, b)).toBe(isZero(difference) ? 0 : isNegative(difference) ? -1 : 1);
        expect(isNegative(a) && isNegative(negate(a))).toBe(false);
      }),
    );
  });
});

describe('rounding', () => {
  it.each<[string, number, RoundingMode, string]>([
    ['83.335', 2, 'half_up', '83.34'],
    ['83.345', 2, 'half_up', '83.35'],
    ['83.335', 2, 'half_even', '83.34'],
    ['83.345', 2, 'half_even', '83.34'],
    ['83.3450001', 2, 'half_even', '83.35'],
    ['2.5', 0, 'half_up', '3'],
    ['2.5', 0, 'half_even', '2'],
    ['3.5', 0, 'half_even', '4'],
    ['0.5', 0, 'half_even', '0'],
    ['-2.5', 0, 'half_up', '-3'],
    ['-2.5', 0, 'half_even', '-2'],
    ['-0.4', 0, 'half_up', '0'],
    ['-0.004', 2, 'half_up', '0.00'],
    ['1.005', 2, 'half_up', '1.01'],
    ['9.995', 2, 'half_up', '10.00'],
    ['8.999', 2, 'down', '8.99'],
    ['-8.999', 2, 'down', '-8.99'],
    ['8.001', 2, 'up', '8.01'],
    ['-8.001', 2, 'up', '-8.01'],
    ['8', 2, 'up', '8.00'],
    ['83.3', 2, 'half_up', '83.30'],
    ['0.05', 1, 'half_up', '0.1'],
  ])('%s to %i places, %s: %s', (value, places, mode, expected) => {
    expect(round(exact(decimal(value)), places, mode)).toBe(expected);
  });

  it('is 四舍五入 where nothing is said, as notices do', () => {
    expect(round(new Fraction(5, 6).mul(100), 2)).toBe('83.33');
    expect(round(new Fraction('100.5136').div(80).mul(100), 2)).toBe('125.64');
    expect(round(new Fraction(1, 8), 2)).toBe('0.13');
  });

  it('never moves further than it may, and keeps its places', () => {
    const modes = fc.constantFrom<RoundingMode>('half_up', 'half_even', 'down', 'up');
    const numbers = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 9999 }));
    fc.assert(
      fc.property(numbers, fc.nat(6), modes, ([over, under], places, mode) => {
        const value = new Fraction(over, under);
        const text = round(value, places, mode);
        expect((text.split('.')[1] ?? '').length).toBe(places);
        const off = new Fraction(text)
          .sub(value)
          .abs()
          .mul(10 ** places);
        expect(off.compare(mode.startsWith('half') ? new Fraction(1, 2) : 1)).toBeLessThanOrEqual(0);
        if (mode === 'down') expect(new Fraction(text).abs().compare(value.abs())).toBeLessThanOrEqual(0);
        if (mode === 'up') expect(new Fraction(text).abs().compare(value.abs())).toBeGreaterThanOrEqual(0);
        expect(round(new Fraction(text), places, mode)).toBe(text);
        expect(/^-0(\.0*)?$/.test(text)).toBe(false);
      }),
    );
  });
});

describe('a fraction as a decimal', () => {
  it.each([
    [1, 8, '0.125'],
    [-7, 2, '-3.5'],
    [3, 1, '3'],
    [1, 1024, '0.0009765625'],
    [-1, 400, '-0.0025'],
  ])('%i/%i is %s', (over, under, expected) => {
    expect(toDecimal(new Fraction(over, under))).toBe(expected);
  });

  it.each([
    [1, 3],
    [22, 7],
    [1, 6],
  ])('%i/%i has none', (over, under) => {
    expect(() => toDecimal(new Fraction(over, under))).toThrow(RangeError);
  });

  it('and back is the same', () => {
    fc.assert(fc.property(money, (value) => toDecimal(exact(value)) === value));
  });
});
