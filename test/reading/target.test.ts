import { describe, expect, it } from 'vitest';
import { readTarget } from '../../src/reading/target.ts';

describe('a target as typed', () => {
  it.each([
    ['签约额 20亿', { metric: 'signed-amount', annual: '200000', year: null, quarters: null }],
    ['签约额 20亿 2026', { metric: 'signed-amount', annual: '200000', year: 2026 }],
    ['签约项目数 12个 2027年', { metric: 'signed-count', annual: '12', year: 2027 }],
    [
      '外资 500万美元 季度 10 30 30 30%',
      { annual: '500', quarters: { values: ['10', '30', '30', '30'], percent: true } },
    ],
    [
      '到位资金 8亿 季度 1亿 2亿 2亿 3亿',
      { quarters: { values: ['10000', '20000', '20000', '30000'], percent: false } },
    ],
    ['固投 １．２亿', { metric: 'fixed-assets', annual: '12000' }],
    ['新开工 8', { metric: 'started-count', annual: '8' }],
    ['天气不错', null],
    ['签约额', null],
  ])('%s', (text, expected) => {
    const read = readTarget(text);
    if (expected === null) expect(read).toBeNull();
    else expect(read).toMatchObject(expected);
  });

  it.each([
    ['签约额 -20亿', 'amount.negative'],
    ['外资 5亿元', 'amount.currency'],
    ['签约额 2亿美元', 'amount.currency'],
    ['开工 8.5个', 'target.figure'],
  ])('%s is refused: %s', (text, code) => {
    expect(() => readTarget(text)).toThrow(code);
  });
});
