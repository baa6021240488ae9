import { describe, expect, it } from 'vitest';
import { accrualsOf } from '../../../src/domain/reward/accrual.ts';
import { layeredReward } from '../../../src/domain/reward/layers.ts';

const flat = (id: string, rate: number) => ({ id, base: 'done', rate: { mode: 'flat' as const, rate } });
const city = { layer: '市', rules: [{ ...flat('市', 0.003), cap: 0.5 }] };
const halves = [
  { on: '开工', share: 0.5 },
  { on: '投产', share: 0.5 },
];

describe('rewards of two levels', () => {
  it('add up, and each level pays only the highest of its rules that fit', () => {
    const county = [flat('低', 0.01), { ...flat('高', 0.05), require: ['new', '==', true] as const }, flat('中', 0.02)];
    const answer = layeredReward([city, { layer: '县', rules: county }], { done: 100 });
    expect(answer.layers.map(({ layer, rule, reward }) => [layer, rule.id, reward.amount])).toEqual([
      ['市', '市', '3000.00'],
      ['县', '中', '20000.00'],
    ]);
    expect([answer.total, answer.payable]).toEqual(['23000.00', '23000.00']);
  });

  it('fall due each by its own instalments', () => {
    const county = { layer: '县', rules: [{ ...flat('县', 0.02), pay: halves }] };
    const answer = layeredReward([city, county], { done: 100, milestones: ['开工'] });
    expect([answer.total, answer.payable]).toEqual(['23000.00', '13000.00']);
  });

  it('count by the low end, and fall due not at all, while a rate is to be fixed', () => {
    const range = { base: 'done', rate: { mode: 'whole_range' as const, rows: [{ from: 0, low: 0.01, high: 0.05 }] } };
    const rules = [range, flat('定', 0.009)];
    const answer = layeredReward([{ layer: '县', rules }], { done: 100 });
    expect(answer.layers[0]?.rule).toBe(range);
    expect([answer.total, answer.payable]).toEqual(['10000.00', '0.00']);
  });

  it('of which none gives anything say why by their first rule; a level without rules is left out', () => {
    const rules = [{ ...flat('一', 0.01), require: ['new', '==', true] as const }, flat('二', 0.01)];
    expect(
      layeredReward(
        [
          { layer: '县', rules },
          { layer: '空', rules: [] },
        ],
        {},
      ),
    ).toEqual({
      layers: [{ layer: '县', rule: rules[0], reward: { amount: '0.00', why: 'not_eligible' } }],
      total: '0.00',
      payable: '0.00',
    });
  });

  it('accrue entry by entry: one level at its cap, the other going on, a reversal taking back', () => {
    const layers = [city, { layer: '县', rules: [flat('县', 0.01)] }];
    const entries = [100, 100, -150].map((amount) => ({ field: 'done', amount }));
    expect(accrualsOf(layers, {}, entries).map(({ reward: { total }, change }) => ({ total, change }))).toEqual([
      { total: '13000.00', change: '13000.00' },
      { total: '25000.00', change: '12000.00' },
      { total: '6500.00', change: '-18500.00' },
    ]);
  });
});
