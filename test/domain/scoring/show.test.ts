import { describe, expect, it } from 'vitest';
import { resultsOf } from '../../support/scoring.ts';

describe('figures are printed as the scheme says', () => {
  it.each<[unknown, object, string | null]>([
    [0.256949, { percent: true, places: 2 }, '25.69'],
    [0.25695, { percent: true, places: 2 }, '25.70'],
    [0.25695, { percent: true, places: 2, mode: 'half_even' }, '25.70'],
    [0.25685, { percent: true, places: 2, mode: 'half_even' }, '25.68'],
    [0.996564, { percent: true, places: 2, mode: 'down' }, '99.65'],
    [1.001, { places: 2, mode: 'up' }, '1.01'],
    [-2.5, { places: 0 }, '-3'],
    [-2.5, { places: 0, mode: 'down' }, '-2'],
    [-0.004, { places: 2 }, '0.00'],
    [75, { places: 1 }, '75.0'],
    [2.71499, {}, '2.71'],
    [null, { places: 1 }, null],
    ['优秀', { places: 1 }, '优秀'],
    ['2.25', { places: 1 }, '2.3'],
    ['0.333', { percent: true, places: 1 }, '33.3'],
    [true, { places: 0 }, '1'],
  ])('%j by %j is %j', (v, show, expected) => {
    expect(resultsOf({ show: { v: show } }, [{ v }])[0]?.values).toEqual({ v: expected });
  });

  it('the difference of two rates is taken before rounding', () => {
    const due = { kind: 'ratio', num: 10, den: 12 };
    const ahead = { kind: 'sum', of: [{ kind: 'ratio', num: 629, den: 647.4 }, due], weights: [1, -1] };
    const scheme = { metrics: { ahead }, show: { ahead: { percent: true, places: 1 } } };
    expect(resultsOf(scheme, [{}])[0]?.values.ahead).toBe('13.8');
  });
});

describe('an input metric over words', () => {
  const metrics = { 类: { kind: 'input', field: 'kind', default: '其他' } };
  const units = [{ kind: '工业', v: 1 }, { v: 2 }];

  it('compares and prints as the words, its default included', () => {
    const items = [{ id: '分', when: ['类', '==', '其他'], rule: { kind: 'given', value: 'v' } }];
    const awards = [{ name: '旗', when: ['类', '==', '工业'] }];
    const results = resultsOf({ metrics, items, awards, show: { 类: {} } }, units);
    expect(results.map(({ values }) => values.类)).toEqual(['工业', '其他']);
    expect(results.map(({ exact }) => [exact.分, exact.类])).toEqual([
      [null, '工业'],
      ['2', '其他'],
    ]);
    expect(results.map(({ awards }) => awards)).toEqual([['旗'], []]);
  });

  it('compares so also when it is written in place', () => {
    const items = [{ id: '分', when: [metrics.类, '==', '其他'], rule: { kind: 'given', value: 'v' } }];
    expect(resultsOf({ items }, units).map(({ exact }) => exact.分)).toEqual([null, '2']);
  });
});
