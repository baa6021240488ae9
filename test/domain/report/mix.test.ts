import { describe, expect, test } from 'vitest';
import { knownFigure } from '../../../src/db/metrics/measure.ts';
import { mixFigures, mixOf, tierParts } from '../../../src/domain/report/mix.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { d } from '../../support/board.ts';

const BY = { sizeTiers: ['5000', '10000'], sourceMethods: ['以商招商', '节会招商'], upperMethods: ['节会招商'] };
const FIGURES: Readonly<Record<string, string>> = {
  signed_count: '10',
  'signed_count/5000万以下': '1',
  'signed_count/5000万-10000万': '2.5',
  'signed_count/10000万以上': '6',
  'signed_count/省内': '5',
  'signed_count/本地': '2',
  'signed_count/省外': '4.5',
  'signed_count/境外': '1',
  'signed_count/方式=以商招商': '6',
  'signed_count/方式=节会招商': '3',
};
const mix = mixOf((name) => d(FIGURES[name] ?? '0'), BY);
const counts = (rows: readonly { label: string; count: string }[]) =>
  rows.map(({ label, count }) => `${label} ${count}`);

describe('what signings are made of', () => {
  test('tiers come from the office’s own bounds, and every figure asked for is one we have', () => {
    expect(tierParts(DEFAULT_SETTINGS.sizeTiers).map(({ label }) => label)).toEqual([
      '5000万以下',
      '5000万-1亿',
      '1亿-5亿',
      '5亿-10亿',
      '10亿-50亿',
      '50亿-100亿',
      '100亿以上',
    ]);
    expect(tierParts([])).toEqual([]);
    expect(mixFigures(DEFAULT_SETTINGS).filter((name) => !knownFigure(name))).toEqual([]);
  });

  test('what no part holds is a row of its own, so that each list adds up', () => {
    expect(counts(mix.tiers)).toEqual(['5000万以下 1', '5000万-1亿 2.5', '1亿以上 6', '未填 0.5']);
    expect(counts(mix.origins)).toEqual(['本地 2', '省内市外 3', '省外境内 3.5', '境外 1', '未填 0.5']);
    expect(counts(mix.methods)).toEqual(['以商招商 6', '节会招商 3', '未填 1']);
  });

  test('one’s own finds stand against the events of the level above', () => {
    expect(mix.sources).toEqual({ own: '6', upper: '3', unsaid: '1' });
    expect(mix.outside.count).toBe('4.5');
  });
});
