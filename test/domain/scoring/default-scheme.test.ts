import { describe, expect, it } from 'vitest';
import { defaultScheme } from '../../../src/domain/scoring/default-scheme.ts';
import { readScheme } from '../../../src/domain/scoring/read-scheme.ts';
import { resultsOf, type TestUnit } from '../../support/scoring.ts';

const rich = { signed_count: 10, signed_amount: 80000, funds: 30000, started_count: 4, fdi: 200 };
const withTargets = {
  signed_count_target: 20,
  signed_amount_target: 100000,
  funds_target: 30000,
  started_count_target: 5,
  fdi_target: 100,
};
const units: readonly TestUnit[] = [
  { 组: '乡镇', ...rich, ...withTargets },
  { 组: '乡镇', signed_count: 5, signed_amount: 40000, funds: 6000, started_count: 1, fdi: 0 },
  { 组: '乡镇' },
];

describe('the monthly scheme an org starts with', () => {
  it('is a scheme', () => {
    expect(readScheme(JSON.parse(JSON.stringify(defaultScheme)))).toEqual(defaultScheme);
  });

  it('measures by the target, and without one by the best of the group', () => {
    expect(resultsOf(defaultScheme, units).map(({ values, rank }) => ({ ...values, rank }))).toEqual([
      {
        签约项目数: '12.50',
        签约金额: '20.00',
        到位资金: '25.00',
        新开工项目: '12.00',
        实际使用外资: '10.00',
        到位资金完成率: '100.00',
        外资完成率: '200.00',
        total: '79.50',
        rank: 1,
      },
      {
        签约项目数: '12.50',
        签约金额: '12.50',
        到位资金: '5.00',
        新开工项目: '3.75',
        实际使用外资: '0.00',
        到位资金完成率: null,
        外资完成率: null,
        total: '33.75',
        rank: 2,
      },
      {
        签约项目数: '0.00',
        签约金额: '0.00',
        到位资金: '0.00',
        新开工项目: '0.00',
        实际使用外资: '0.00',
        到位资金完成率: null,
        外资完成率: null,
        total: '0.00',
        rank: 3,
      },
    ]);
  });

  it('is out of 100', () => {
    expect(resultsOf(defaultScheme, [{ 组: '乡镇', ...rich }])[0]?.values.total).toBe('100.00');
  });

  it('breaks equal totals by signed amount, then by funds', () => {
    const even = { 组: '区直', signed_amount_target: 10, funds_target: 10 };
    const ranks = resultsOf(defaultScheme, [
      { ...even, signed_amount: 20, funds: 20 },
      { ...even, signed_amount: 30, funds: 20 },
      { ...even, signed_amount: 20, funds: 25 },
    ]).map(({ rank }) => rank);
    expect(ranks).toEqual([3, 1, 2]);
  });

  it.each([
    [5, ['红旗', '红旗', '红旗', '', '']],
    [6, ['红旗', '红旗', '红旗', '', '黄旗', '黄旗']],
  ])('in a group of %i gives red flags to the first three, yellow ones only from six', (size, flags) => {
    const group = Array.from({ length: size }, (_, index) => ({ 组: '园区', signed_count: 100 - index }));
    expect(resultsOf(defaultScheme, group).map(({ awards }) => awards.join())).toEqual(flags);
  });

  it('ranks each group apart', () => {
    expect(
      resultsOf(defaultScheme, [
        { 组: '甲', funds: 1 },
        { 组: '乙', funds: 2 },
      ]).map(({ rank }) => rank),
    ).toEqual([1, 1]);
  });
});
