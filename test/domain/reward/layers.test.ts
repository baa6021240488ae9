import { describe, expect, it } from 'vitest';
import { layeredReward } from '../../../src/domain/reward/layers.ts';

const flat = (id: string, rate: number) => ({ id, base: 'done', rate: { mode: 'flat' as const, rate } });

describe('rewards of two levels', () => {
  it('add up, and each level pays only the highest of its rules that fit', () => {
    const county = [flat('低', 0.01), { ...flat('高', 0.05), require: ['new', '==', true] as const }, flat('中', 0.02)];
    const layers = [
      { layer: '市', rules: [flat('市', 0.003)] },
      { layer: '县', rules: county },
    ];
    const answer = layeredReward(layers, { done: 100 });
    expect(answer.layers.map(({ rule, reward }) => [rule?.id, reward?.amount])).toEqual([
      ['市', '3000.00'],
      ['中', '20000.00'],
    ]);
    expect(answer.total).toBe('23000.00');
  });

  it('of which none gives anything are 0', () => {
    expect(layeredReward([{ layer: '市', rules: [flat('市', 0.003)] }], {})).toEqual({
      layers: [{ layer: '市', rule: null, reward: null }],
      total: '0.00',
    });
  });
});
