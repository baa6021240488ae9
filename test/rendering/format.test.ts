import { describe, expect, it } from 'vitest';
import { amount, area, decimal, foreignAmount } from '../../src/domain/money/decimal.ts';
import { exactNumber } from '../../src/domain/money/exact.ts';
import {
  foreignMoney,
  fromLast,
  growth,
  land,
  maskedMobile,
  maskedWords,
  money,
  moneyExact,
  moneyIn,
  namesIn,
  otherMoney,
  percent,
  points,
  rank,
  rankChange,
  short,
  yi,
} from '../../src/rendering/format.ts';

const over = (a: number, b: number) => exactNumber(a).div(exactNumber(b));

describe('money', () => {
  it.each([
    ['0', '0万元'],
    ['0.35', '0.35万元'],
    ['5000', '5000万元'],
    ['9999', '9999万元'],
    ['9999.99', '9999.99万元'],
    ['9999.999', '1亿元'],
    ['10000', '1亿元'],
    ['12000', '1.2亿元'],
    ['12345', '1.23亿元'],
    ['12350', '1.24亿元'],
    ['959700', '95.97亿元'],
    ['1000000000', '100000亿元'],
    ['-800', '-800万元'],
    ['-12000', '-1.2亿元'],
  ])('%s 万元 is %s in prose', (value, text) => {
    expect(money(amount(value))).toBe(text);
  });

  it.each([
    ['126000', '12.60'],
    ['0', '0.00'],
    ['49.9', '0.00'],
    ['50', '0.01'],
    ['-12345', '-1.23'],
  ])('%s 万元 is %s in a column headed 亿元', (value, text) => {
    expect(yi(amount(value))).toBe(text);
  });

  it('has every digit in a ledger', () => {
    expect(moneyExact(amount('12345.678901'))).toBe('12345.678901万元');
  });

  it('abroad and land have their own units', () => {
    expect(foreignMoney(foreignAmount('200.50'))).toBe('200.5万美元');
    expect(otherMoney(decimal('450000'), 'JPY')).toBe('45亿日元');
    expect(otherMoney(decimal('1500.50'), 'GBP')).toBe('1500.5万英镑');
    expect(land(area('120'))).toBe('120亩');
  });
});

it('money inside a sentence is written as money is', () => {
  expect(moneyIn('新签约 1 个，到位资金增加 13200 万元')).toBe('新签约 1 个，到位资金增加 1.32亿元');
  expect(moneyIn('到位资金冲减 500 万元')).toBe('到位资金冲减 500万元');
});

describe('rates', () => {
  it.each([
    [[5, 6], 1, '83.3%'],
    [[5, 6], 2, '83.33%'],
    [[1, 8], 0, '13%'],
    [[12, 10], 1, '120.0%'],
    [[0, 1], 1, '0.0%'],
  ] as const)('%j to %i places is %s', ([a, b], places, text) => {
    expect(percent(over(a, b), places)).toBe(text);
  });

  it('without a target is a dash', () => {
    expect(percent(null)).toBe('—');
    expect(points(null)).toBe('—');
  });

  it('differ in 个百分点, from unrounded values', () => {
    const done = exactNumber(1_005_136).div(exactNumber(800_000));
    expect(points(done.sub(over(10, 12)), { over: '超序时进度', under: '欠序时进度' }, 2)).toBe(
      '超序时进度 42.31 个百分点',
    );
    expect(points(over(7041, 10_000).sub(over(10, 12)), undefined, 2)).toBe('欠 12.92 个百分点');
    expect(points(over(1, 3000))).toBe('持平');
    expect(points(over(-1, 1000))).toBe('欠 0.1 个百分点');
  });
});

describe('growth', () => {
  it.each([
    ['114', '100', '同比增长 14.0%'],
    ['91.08', '100', '同比下降 8.9%'],
    ['200', '100', '同比增长 100.0%'],
    ['0', '100', '同比下降 100.0%'],
    ['100', '100', '同比持平'],
    ['100.01', '100', '同比持平'],
    ['5', '0', '上年同期为0'],
    ['5', '-3', '上年同期为 -3，本期为 5'],
    ['-5', '10', '同比下降 150.0%'],
  ])('%s against %s: %s', (now, base, text) => {
    expect(growth(decimal(now), decimal(base))).toBe(text);
  });

  it('says what is not known, and names last month apart from last year', () => {
    expect(growth(decimal('5'), null)).toBe('上年同期无数据');
    expect(growth(decimal('5'), decimal('0'), '环比')).toBe('上期为0');
    expect(growth(decimal('91.08'), decimal('100'), '环比', 2)).toBe('环比下降 8.92%');
  });

  it('never prints a negative growth, ∞ or NaN', () => {
    for (const now of ['-9', '0', '0.001', '7']) {
      for (const base of ['-3', '0', '0.001', '9'])
        expect(growth(decimal(now), decimal(base))).not.toMatch(/增长 -|下降 -|∞|NaN|Infinity/);
    }
  });
});

describe('places', () => {
  it.each([
    [18, 18, '倒数第1'],
    [17, 18, '倒数第2'],
    [1, 18, '倒数第18'],
  ])('%i of %i is %s from the end', (place, of, text) => {
    expect(fromLast(place, of)).toBe(text);
  });

  it('and their changes', () => {
    expect([rank(3), rank(null)]).toEqual(['第3', '不排名']);
    expect([2, -1, 0, null].map(rankChange)).toEqual(['↑2', '↓1', '–', '–']);
  });
});

describe('words', () => {
  it('a mobile hides its middle', () => {
    expect(maskedWords('王总13900001111，手机 138 0000 2222，编号 2139000011112')).toBe(
      '王总139****1111，手机 138****2222，编号 2139000011112',
    );
    expect(['13800000000', '6612345', ''].map(maskedMobile)).toEqual(['138****0000', '****', '****']);
  });

  it('names are never cut, but counted where they are too many', () => {
    const names = ['城关镇', '清河镇', '经开区管委会'];
    expect([20, 8, 3, 1].map((length) => namesIn(names, length))).toEqual([
      '城关镇、清河镇、经开区管委会',
      '城关镇、清河镇等 3 家',
      '城关镇等 3 家',
      '城关镇等 3 家',
    ]);
    expect(namesIn([], 5)).toBe('');
  });

  it('are cut by characters, never through one', () => {
    expect(short('城关镇招商局', 6)).toBe('城关镇招商局');
    expect(short('城关镇招商局', 5)).toBe('城关镇招…');
    expect(short('𠮷𠮷𠮷', 2)).toBe('𠮷…');
  });
});
