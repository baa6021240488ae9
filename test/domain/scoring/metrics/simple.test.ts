import { describe, expect, it } from 'vitest';
import { metricOf } from '../../../support/scoring.ts';

describe('metrics of one unit', () => {
  const third = '0.333333333333333333333333333333';
  it.each<[string, object, object, string | null]>([
    ['ratio divides exactly', { kind: 'ratio', num: 'a', den: 'b' }, { a: 1, b: 3 }, third],
    ['ratio of an unknown is unknown', { kind: 'ratio', num: 'a', den: 'b' }, { b: 3 }, null],
    [
      'ratio by an unknown is unknown, whatever if_zero',
      { kind: 'ratio', num: 'a', den: 'b', if_zero: 1 },
      { a: 3 },
      null,
    ],
    ['ratio by 0 is unknown', { kind: 'ratio', num: 'a', den: 'b' }, { a: 3, b: 0 }, null],
    ['ratio by 0 gives if_zero', { kind: 'ratio', num: 'a', den: 'b', if_zero: 1 }, { a: 3, b: 0 }, '1'],
    ['if_zero null is no figure', { kind: 'ratio', num: 'a', den: 'b', if_zero: null }, { a: 3, b: 0 }, null],
    ['growth is now over base less 1', { kind: 'growth', now: 'a', base: 'b' }, { a: 150, b: 120 }, '0.25'],
    ['growth from 0 is unknown', { kind: 'growth', now: 'a', base: 'b' }, { a: 5, b: 0 }, null],
    ['growth from 0 gives if_zero', { kind: 'growth', now: 'a', base: 'b', if_zero: 2 }, { a: 5, b: 0 }, '2'],
    ['growth from below 0 has no rate', { kind: 'growth', now: 'a', base: 'b', if_zero: 2 }, { a: 5, b: -4 }, null],
    ['growth of an unknown is unknown', { kind: 'growth', now: 'a', base: 'b' }, { b: 4 }, null],
    ['sum takes an unknown as 0', { kind: 'sum', of: ['a', 'b', 2] }, { a: 5 }, '7'],
    ['sum with missing null is unknown', { kind: 'sum', of: ['a', 'b'], missing: 'null' }, { a: 5 }, null],
    ['sum weighs, and -1 subtracts', { kind: 'sum', of: ['a', 'b'], weights: [0.5, -1] }, { a: 5, b: 0.1 }, '2.4'],
    ['sum adds tenths exactly', { kind: 'sum', of: ['a', 'b'] }, { a: 0.1, b: 0.2 }, '0.3'],
    [
      'mean leaves unknowns out with their weights',
      { kind: 'mean', of: ['a', 'b', 'c'], weights: [1, 3, 5] },
      { a: 2, b: 6 },
      '5',
    ],
    ['mean of nothing known is unknown', { kind: 'mean', of: ['a', 'b'] }, {}, null],
    ['mean without weights is plain', { kind: 'mean', of: ['a', 'b'] }, { a: 1, b: 2 }, '1.5'],
    ['mean with weights of 0 is unknown', { kind: 'mean', of: ['a', 'b'], weights: [0, 1] }, { a: 1 }, null],
    ['min is the smallest', { kind: 'min', of: ['a', 'b', 7] }, { a: 9, b: 8 }, '7'],
    ['min with an unknown is unknown', { kind: 'min', of: ['a', 'b'] }, { a: 9 }, null],
    ['max is the greatest', { kind: 'max', of: ['a', 'b', 7] }, { a: 9, b: 8 }, '9'],
    ['max with an unknown is unknown', { kind: 'max', of: ['a', 'b'] }, { a: 9 }, null],
    ['shortfall is what is missing', { kind: 'shortfall', value: 'a', need: 7 }, { a: 5 }, '2'],
    ['shortfall is 0 when enough is there', { kind: 'shortfall', value: 'a', need: 7 }, { a: 9 }, '0'],
    ['shortfall turned round is what is over', { kind: 'shortfall', value: 7, need: 'a' }, { a: 9 }, '2'],
    ['shortfall of an unknown is unknown', { kind: 'shortfall', value: 'a', need: 7 }, {}, null],
    [
      'tally counts those that pass',
      { kind: 'tally', of: ['a', 'b', 'c'], op: '>=', than: 2 },
      { a: 2, b: 1, c: 3 },
      '2',
    ],
    ['tally takes no unknown as passed', { kind: 'tally', of: ['a', 'b'], op: '<', than: 2 }, { a: 1 }, '1'],
    ['input reads its field', { kind: 'input', field: 'a', default: 3 }, { a: 4 }, '4'],
    ['input gives its default for null', { kind: 'input', field: 'a', default: 3 }, { a: null }, '3'],
    ['input without default is unknown', { kind: 'input', field: 'a' }, {}, null],
    [
      'input reads decimal text',
      { kind: 'input', field: 'a' },
      { a: '12345678901234567890.12' },
      '12345678901234567890.12',
    ],
    ['input reads true as 1', { kind: 'sum', of: ['a', 'b'] }, { a: true, b: false }, '1'],
    ['metrics are written in place', { kind: 'ratio', num: { kind: 'sum', of: ['a', 1] }, den: 2 }, { a: 4 }, '2.5'],
    ['progress is unknown when not set', { kind: 'progress' }, {}, null],
  ])('%s', (_name, metric, inputs, expected) => {
    expect(metricOf(metric, [{ ...inputs }])).toEqual([expected]);
  });

  it('progress comes from the period, as a number or as a fraction', () => {
    expect(metricOf({ kind: 'progress' }, [{}], { progress: 0.25 })).toEqual(['0.25']);
    expect(metricOf({ kind: 'progress' }, [{}], { progress: { num: 4, den: 12 } })).toEqual([third]);
  });
});
