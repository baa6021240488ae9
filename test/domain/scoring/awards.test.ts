import { describe, expect, it } from 'vitest';
import { awardsOf } from '../../support/scoring.ts';

/** A key of its own, because a literal `then` reads as a promise. */
const THEN = 'then';
const flags = (extra: object, ties = 'skip') => ({
  rank: { by: [{ value: 'v' }], within: 'group', ties },
  awards: [{ name: '旗', ...extra }],
});
const vs = (...values: readonly (number | null)[]) => values.map((v) => ({ 组: '甲', v }));

describe('awards', () => {
  it.each<[string, object, readonly object[], readonly string[]]>([
    ['go to the first', flags({ top: 2 }), vs(1, 3, 2), ['', '旗', '旗']],
    ['include all who are tied at the edge', flags({ top: 2 }), vs(9, 5, 5, 1), ['旗', '旗', '旗', '']],
    [
      'exclude all who are tied across the edge',
      flags({ top: 2, ties: 'exclude' }),
      vs(9, 5, 5, 1),
      ['旗', '', '', ''],
    ],
    [
      'keep those who are tied within the edge',
      flags({ top: 3, ties: 'exclude' }),
      vs(9, 5, 5, 1),
      ['旗', '旗', '旗', ''],
    ],
    ['count units, not places, when dense', flags({ top: 2 }, 'dense'), vs(9, 9, 5, 1), ['旗', '旗', '', '']],
    ['see no ties in a sequence', flags({ top: 2 }, 'sequence'), vs(9, 5, 5, 1), ['旗', '旗', '', '']],
    ['go to the last', flags({ bottom: 2 }), vs(9, 5, 3, 1), ['', '', '旗', '旗']],
    ['include all who are tied at the lower edge', flags({ bottom: 2 }), vs(9, 3, 3, 1), ['', '旗', '旗', '旗']],
    [
      'exclude all who are tied across the lower edge',
      flags({ bottom: 2, ties: 'exclude' }),
      vs(9, 3, 3, 1),
      ['', '', '', '旗'],
    ],
    ['pass over who is not ranked', flags({ bottom: 1 }), vs(9, 3, null), ['', '旗', '']],
    ['are off in small groups', flags({ bottom: 1, min_units: 4 }), vs(9, 5, 3), ['', '', '']],
    ['are on from the least size', flags({ bottom: 1, min_units: 3 }), vs(9, 5, 3), ['', '', '旗']],
    [
      'do not count the unranked towards the least size',
      flags({ bottom: 1, min_units: 4 }),
      vs(9, 5, 3, null),
      ['', '', '', ''],
    ],
    [
      'go to each group apart',
      flags({ top: 1 }),
      [
        { 组: '甲', v: 1 },
        { 组: '乙', v: 2 },
      ],
      ['旗', '旗'],
    ],
    [
      'go to all together where they say so',
      flags({ top: 1, within: 'all' }),
      [
        { 组: '甲', v: 1 },
        { 组: '乙', v: 2 },
      ],
      ['', '旗'],
    ],
    ['ask for their condition, without moving the edge', flags({ top: 1, when: ['v', '<', 9] }), vs(9, 5), ['', '']],
    ['go by condition alone', { awards: [{ name: '旗', when: ['v', '>=', 5] }] }, vs(9, 5, 3), ['旗', '旗', '']],
    [
      'are off by size without a place too',
      { awards: [{ name: '旗', when: ['v', '>=', 5], min_units: 4 }] },
      vs(9, 5, 3),
      ['', '', ''],
    ],
    [
      'do not go to who holds another, named before or after',
      {
        ...flags({}),
        awards: [
          { name: '黄', bottom: 2, unless: ['红'] },
          { name: '红', top: 2 },
        ],
      },
      vs(9, 5, 3),
      ['红', '红', '黄'],
    ],
    [
      'free again who is kept from the other',
      {
        ...flags({}),
        awards: [
          { name: '黄', bottom: 2, unless: ['红'] },
          { name: '红', top: 2, unless: ['金'] },
          { name: '金', top: 1 },
        ],
      },
      vs(9, 5),
      ['黄、金', '红'],
    ],
    [
      'of one name are one',
      {
        awards: [
          { name: '红', when: ['v', '>', 8] },
          { name: '红', when: ['v', '>', 4] },
        ],
      },
      vs(9, 5, 3),
      ['红', '红', ''],
    ],
  ])('%s', (_name, scheme, units, expected) => {
    expect(
      awardsOf(
        scheme,
        units.map((unit) => ({ ...unit })),
      ),
    ).toEqual(expected);
  });

  it('can look at the total after a veto', () => {
    const scheme = {
      items: [{ id: '分', rule: { kind: 'given', value: 'v' } }],
      veto: [{ id: '假', when: ['v', '==', 9], [THEN]: 'zero_total' }],
      awards: [{ name: '旗', when: ['total', '>', 0] }],
    };
    expect(awardsOf(scheme, vs(9, 5))).toEqual(['', '旗']);
  });
});
