import { describe, expect, it } from 'vitest';
import { metricOf } from '../../../support/scoring.ts';

const rows = [
  { p: 'A', amount: 100, share: 0.4, kind: '工业', day: '2026-03-01' },
  { p: 'A', amount: 50, share: 0.4, kind: '工业', day: '2026-05-01' },
  { p: 'B', amount: 30, share: null, kind: '商贸', day: '2026-06-30' },
  { p: null, amount: null, kind: '农业', day: '2026-07-01' },
  { p: null, amount: 7, kind: '农业' },
];

describe('figures of a list of records', () => {
  it.each<[string, object, string | null]>([
    ['count', { do: 'count' }, '5'],
    ['sum leaves unknowns out', { do: 'sum', field: 'amount' }, '187'],
    ['max', { do: 'max', field: 'amount' }, '100'],
    ['where filters', { do: 'sum', field: 'amount', where: ['kind', '==', '工业'] }, '150'],
    ['dates compare as text', { do: 'count', where: ['day', '<=', '2026-06-30'] }, '3'],
    ['the share multiplies, absent is 1', { do: 'sum', field: 'amount', share: 'share' }, '97'],
    ['the share counts', { do: 'count', share: 'share' }, '3.8'],
    [
      'distinct keeps the first of each value and all without one',
      { do: 'sum', field: 'amount', distinct: 'p' },
      '137',
    ],
    [
      'distinct keeps the first of those that pass',
      { do: 'max', field: 'amount', distinct: 'p', where: ['day', '>', '2026-04'] },
      '50',
    ],
    ['no record left: count 0', { do: 'count', where: ['kind', '==', '无'] }, '0'],
    ['no record left: sum 0', { do: 'sum', field: 'amount', where: ['kind', '==', '无'] }, '0'],
    ['no record left: max unknown', { do: 'max', field: 'amount', where: ['kind', '==', '无'] }, null],
    [
      'the first factor that matches applies, and groups multiply',
      {
        do: 'sum',
        field: 'amount',
        coef: [
          [
            { when: ['kind', '==', '商贸'], factor: 0.5 },
            { when: ['amount', '>=', 30], factor: 2 },
          ],
          [{ when: ['amount', '>=', 100], factor: 1.5 }, { factor: 1 }],
        ],
      },
      '422',
    ],
    ['a count is weighed too', { do: 'count', coef: [[{ when: ['kind', '==', '工业'], factor: 1.2 }]] }, '5.4'],
    ['a share counts for the greatest', { do: 'max', field: 'amount', share: 'share' }, '40'],
  ])('%s', (_name, spec, expected) => {
    expect(metricOf({ kind: 'rows', from: 'rows', ...spec }, [{ rows }])).toEqual([expected]);
  });

  it('an empty list counts 0, an unknown one is unknown', () => {
    expect(metricOf({ kind: 'rows', from: 'rows', do: 'count' }, [{ rows: [] }, {}])).toEqual(['0', null]);
  });
});
