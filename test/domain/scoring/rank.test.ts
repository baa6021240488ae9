import { describe, expect, it } from 'vitest';
import { ranksOf } from '../../support/scoring.ts';

const by = (...keys: readonly object[]) => ({ rank: { by: keys.map((key) => ({ ...key })) } });
const vs = (...values: readonly (number | null)[]) => values.map((v) => ({ v }));
const key = { value: 'v' };

describe('ranking', () => {
  it.each<[string, object, readonly object[], readonly (number | null)[]]>([
    ['skips places after a tie', by(key), vs(3, 5, 5, 1), [3, 1, 1, 4]],
    ['skips none when dense', { rank: { by: [key], ties: 'dense' } }, vs(3, 5, 5, 1), [2, 1, 1, 3]],
    ['numbers ties in the order given', { rank: { by: [key], ties: 'sequence' } }, vs(3, 5, 5, 1), [3, 1, 2, 4]],
    ['puts small values first in asc', by({ value: 'v', order: 'asc' }), vs(3, 5, 5, 1), [2, 3, 3, 1]],
    ['does not rank the unknown', by(key), vs(3, null, 5), [2, null, 1]],
    ['breaks ties by the next key', by(key, { value: 'w' }), [{ v: 1, w: 2 }, { v: 1, w: 3 }, { v: 2 }], [3, 2, 1]],
    [
      'breaks ties by the next key in its own order',
      by(key, { value: 'w', order: 'asc' }),
      [
        { v: 1, w: 2 },
        { v: 1, w: 3 },
      ],
      [1, 2],
    ],
    [
      'puts an unknown tie-breaker last, in either order',
      by(key, { value: 'w', order: 'asc' }),
      [{ v: 1 }, { v: 1, w: 3 }],
      [2, 1],
    ],
    ['ties two unknown tie-breakers', by(key, { value: 'w' }), [{ v: 1 }, { v: 1 }], [1, 1]],
    [
      'ranks all together where it does not say',
      by(key),
      [
        { 组: '甲', v: 1 },
        { 组: '乙', v: 2 },
      ],
      [2, 1],
    ],
    [
      'ranks inside groups',
      { rank: { by: [key], within: 'group' } },
      [
        { 组: '甲', v: 1 },
        { 组: '乙', v: 2 },
        { 组: '乙', v: 3 },
      ],
      [1, 2, 1],
    ],
    [
      'ranks units without a group among themselves',
      { rank: { by: [key], within: 'group' } },
      [{ 组: '甲', v: 1 }, { v: 2 }, { v: 3 }],
      [1, 2, 1],
    ],
    ['tells apart what prints the same', { rank: { by: [key] }, show: { v: { places: 1 } } }, vs(1.04, 1.01), [1, 2]],
    [
      'ties what prints the same where shown values compare',
      { rank: { by: [key], compare: 'shown' }, show: { v: { places: 1 } } },
      vs(1.04, 1.01),
      [1, 1],
    ],
    [
      'breaks such ties by the next key',
      { rank: { by: [key, { value: 'w' }], compare: 'shown' }, show: { v: { places: 1 } } },
      [
        { v: 1.04, w: 1 },
        { v: 1.01, w: 2 },
      ],
      [2, 1],
    ],
    ['compares exactly what is not printed', { rank: { by: [key], compare: 'shown' } }, vs(1.04, 1.01), [1, 2]],
    [
      'compares percents as printed',
      { rank: { by: [key], compare: 'shown' }, show: { v: { places: 0, percent: true } } },
      vs(0.104, 0.101, 0.12),
      [2, 2, 1],
    ],
  ])('%s', (_name, scheme, units, expected) => {
    expect(
      ranksOf(
        scheme,
        units.map((unit) => ({ ...unit })),
      ),
    ).toEqual(expected);
  });

  it('ranks nobody without a rule for it', () => {
    expect(ranksOf({}, vs(1, 2))).toEqual([null, null]);
  });

  it.each([
    ['a metric before an item', { metrics: { x: { kind: 'input', field: 'a' } } }, [1, 2]],
    ['an item before an input', {}, [2, 1]],
  ] as const)('takes %s of the same name', (_name, extra, expected) => {
    const scheme = {
      ...extra,
      items: [{ id: 'x', rule: { kind: 'given', value: 'b' } }],
      rank: { by: [{ value: 'x' }] },
    };
    expect(
      ranksOf(scheme, [
        { a: 2, b: 1, x: 5 },
        { a: 1, b: 2, x: 1 },
      ]),
    ).toEqual(expected);
  });
});
