import { describe, expect, it } from 'vitest';
import { resultsOf, totalsOf } from '../../support/scoring.ts';

const items = [
  { id: '一', full: 60, missing: 'exclude', rule: { kind: 'completion', actual: 'a', target: 'at' } },
  { id: '二', full: 40, weight: 0.5, missing: 'exclude', rule: { kind: 'completion', actual: 'b', target: 'bt' } },
  { id: '加分', missing: 'exclude', rule: { kind: 'given', value: 'c' } },
];
const full = { a: 1, at: 2, b: 1, bt: 4, c: 5 };

describe('the total', () => {
  it.each<[string, object, object, string | null]>([
    ['adds the items', {}, full, '40'],
    ['leaves out items that do not apply', {}, { a: 1, at: 2 }, '30'],
    ['is unknown when no item applies', {}, {}, null],
    ['is rescaled by the full marks, weighted, of those that applied', { rescale_to: 100 }, full, '50'],
    ['is rescaled for a unit with one target only', { rescale_to: 100 }, { a: 1, at: 2 }, '50'],
    ['is unknown where there are no full marks to rescale by', { rescale_to: 100 }, { c: 5 }, null],
    ['is kept under its most, after rescaling', { rescale_to: 100, max: 45 }, full, '45'],
    ['is kept above its least', { min: 50 }, full, '50'],
    [
      'is rounded where the scheme says so',
      { rescale_to: 10, round: { places: 0, mode: 'up' } },
      { a: 1, at: 3, b: 1, bt: 4 },
      '4',
    ],
    ['is rounded before it is capped', { round: { places: -0 }, max: 39.5 }, full, '39.5'],
  ])('%s', (_name, total, inputs, expected) => {
    expect(totalsOf({ items, total }, [{ ...inputs }])).toEqual([expected]);
  });

  it('is not a name of its own in a scheme without items', () => {
    expect(resultsOf({ show: { total: { places: 0 } } }, [{ total: 7 }])[0]?.values).toEqual({ total: '7' });
  });
});
