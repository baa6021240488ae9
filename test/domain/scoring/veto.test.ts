import { describe, expect, it } from 'vitest';
import { resultsOf } from '../../support/scoring.ts';

/** A key of its own, because a literal `then` reads as a promise. */
const THEN = 'then';
const veto = (action: string) => ({
  items: [{ id: '分', rule: { kind: 'given', value: 'v' } }],
  total: { min: 1 },
  veto: [{ id: '假', when: ['bad', '==', true], [THEN]: action }],
  rank: { by: [{ value: 'total' }] },
});
const units = [{ v: 9, bad: true }, { v: 5 }, { v: 7, bad: true }, { v: -3, bad: false }];

describe('a veto', () => {
  it.each<[string, readonly (string | null)[], readonly (number | null)[]]>([
    ['zero_total', ['0', '5', '0', '1'], [3, 1, 3, 2]],
    ['unranked', ['9', '5', '7', '1'], [null, 1, null, 2]],
    ['last', ['9', '5', '7', '1'], [3, 1, 4, 2]],
  ])('%s', (action, totals, ranks) => {
    const results = resultsOf(veto(action), units);
    expect(results.map(({ exact }) => exact.total)).toEqual(totals);
    expect(results.map(({ rank }) => rank)).toEqual(ranks);
  });

  it('may look at the total', () => {
    const scheme = { ...veto('unranked'), veto: [{ id: '低', when: ['total', '<', 6], [THEN]: 'unranked' }] };
    expect(resultsOf(scheme, units).map(({ rank }) => rank)).toEqual([1, null, 2, null]);
  });
});
