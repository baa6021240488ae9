import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/domain/money/decimal.ts';
import { checkQuarters, metricOf, quartersOfShares } from '../../../src/domain/target/target.ts';

describe('the metric a text names', () => {
  it.each([
    ['临洺关镇 签约额 20亿', 'signed-amount'],
    ['签约项目数 12个', 'signed-count'],
    ['到位资金 5亿', 'funds'],
    ['fdi 200万美元', 'foreign-capital'],
    ['固投 3亿', 'fixed-assets'],
    ['新开工 8个', 'started-count'],
    ['天气', null],
  ])('%s', (text, metric) => {
    expect(metricOf(text)?.metric ?? null).toBe(metric);
  });
});

describe('quarters', () => {
  const year = decimal('200000');
  it('are shares of the year that add up to it', () => {
    const shares = ['10', '30', '30', '30'].map((share) => decimal(share));
    expect(quartersOfShares(year, shares)).toEqual(['20000', '60000', '60000', '60000']);
  });

  it.each([[['10', '30', '30', '20']], [['50', '50']], [['25', '25', '25', '25.1']]])('%j are refused', (shares) => {
    expect(() =>
      quartersOfShares(
        year,
        shares.map((share) => decimal(share)),
      ),
    ).toThrow('target.quarters');
  });

  it('given as figures must add up to the year and not be negative', () => {
    const figures = (...values: string[]) => values.map((value) => decimal(value));
    expect(checkQuarters(year, figures('50000', '50000', '50000', '50000'))).toHaveLength(4);
    expect(() => checkQuarters(year, figures('50000', '50000', '50000', '40000'))).toThrow('target.quarters');
    expect(() => checkQuarters(year, figures('-50000', '150000', '50000', '50000'))).toThrow('target.quarters');
  });
});
