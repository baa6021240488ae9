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
