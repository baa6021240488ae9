import { describe, expect, it } from 'vitest';
import { pointsOf, resultsOf } from '../../support/scoring.ts';

const give = (extra: object = {}) => ({ rule: { kind: 'given', value: 'a' }, ...extra });
const byGroup = { by_group: { 甲: 10, 乙: 20 } };
const byRows = {
  by: 'size',
  rows: [
    { from: 5000, value: 3 },
    { from: 1000, value: 1 },
  ],
};

describe('an item', () => {
  it.each<[string, object, object, string | null]>([
    ['is weighted', give({ weight: 0.3 }), { a: 7 }, '2.1'],
    ['is weighted, then rounded', give({ weight: 0.15, round: { places: 1 } }), { a: 1 }, '0.2'],
    ['is rounded, then capped', give({ round: { places: 0 }, max: 2.5 }), { a: 2.6 }, '2.5'],
    ['is rounded by its mode', give({ round: { places: 1, mode: 'down' } }), { a: 2.69 }, '2.6'],
    ['is rounded to two places where it does not say', give({ round: {} }), { a: 1.005 }, '1.01'],
    ['is kept above its least', give({ min: -12 }), { a: -20 }, '-12'],
    ['is kept under its most', give({ max: 3 }), { a: 20 }, '3'],
    ['takes an unknown as 0', give({ full: 10 }), {}, '0'],
    ['takes an unknown as full marks, weighted', give({ full: 10, weight: 0.5, missing: 'full' }), {}, '5'],
    ['takes an unknown as its most where it has no full marks', give({ max: 4, missing: 'full' }), {}, '4'],
    ['is left out for an unknown', give({ missing: 'exclude' }), {}, null],
    ['keeps a missing 0 within its bounds', give({ min: 1 }), {}, '1'],
    ['does not apply outside its groups', give({ groups: ['乙'] }), { 组: '甲', a: 1 }, null],
    ['applies in its groups', give({ groups: ['乙', '甲'] }), { 组: '甲', a: 1 }, '1'],
    ['does not apply in groups to who has none', give({ groups: ['甲'] }), { a: 1 }, null],
    ['does not apply where its condition fails', give({ when: ['b', '>', 0] }), { a: 1, b: 0 }, null],
    ['applies where its condition holds', give({ when: ['b', '>', 0] }), { a: 1, b: 1 }, '1'],
    [
      'has full marks by group',
      { full: byGroup, rule: { kind: 'completion', actual: 'a' } },
      { 组: '乙', a: 0.5 },
      '10',
    ],
    [
      'is missing for a group that is not named',
      { full: byGroup, rule: { kind: 'completion', actual: 'a' } },
      { 组: '丙', a: 0.5 },
      '0',
    ],
    [
      'takes else for a group that is not named',
      { full: { ...byGroup, else: 2 }, rule: { kind: 'completion', actual: 'a' } },
      { 组: '丙', a: 0.5 },
      '1',
    ],
    ['is weighted by the last row reached', give({ weight: byRows }), { a: 2, size: 4999 }, '2'],
    ['is weighted by the last row reached, at its bound', give({ weight: byRows }), { a: 2, size: 5000 }, '6'],
    ['weighs nothing under the first row', give({ weight: byRows }), { a: 2, size: 10 }, '0'],
    ['weighs else under the first row', give({ weight: { ...byRows, else: 2 } }), { a: 2, size: 10 }, '4'],
    ['weighs else when the size is unknown', give({ weight: { ...byRows, else: 2 } }), { a: 2 }, '4'],
    ['has a cap by group, and none elsewhere', give({ max: { by_group: { 甲: 1 } } }), { 组: '乙', a: 5 }, '5'],
    [
      'has over-fulfilment points by rows',
      {
        full: 80,
        rule: {
          kind: 'completion',
          actual: 'a',
          target: 'size',
          over: { per: 0.01, whole: true, points: byRows, max: { by_group: { 甲: 8 } } },
        },
      },
      { 组: '甲', a: 5500, size: 5000 },
      '88',
    ],
  ])('%s', (_name, item, inputs, expected) => {
    expect(pointsOf(item, [{ ...inputs }])).toEqual([expected]);
  });

  it('inside a group can be printed and ranked by', () => {
    const inner = { id: '内', rule: { kind: 'given', value: 'a' } };
    const [result] = resultsOf(
      { items: [{ id: '外', rule: { kind: 'group', items: [inner] } }], show: { 内: { places: 1 } } },
      [{ a: 3 }],
    );
    expect(result?.values).toEqual({ 内: '3.0' });
  });
});
