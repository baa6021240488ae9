import { describe, expect, it } from 'vitest';
import { metricOf, pointsOf } from '../../support/scoring.ts';

const holds = (when: unknown, inputs: object) =>
  pointsOf({ rule: { kind: 'given', value: 1 }, when }, [{ ...inputs }], { m: { kind: 'sum', of: ['n', 1] } })[0] ===
  '1';

describe('a condition', () => {
  it.each<[unknown, object, boolean]>([
    [['n', '==', 2], { n: 2 }, true],
    [['n', '==', 2], { n: '2.0' }, true],
    [['n', '==', 2], {}, false],
    [['n', '==', null], {}, true],
    [['n', '==', null], { n: 0 }, false],
    [['n', '!=', 2], {}, true],
    [['n', '!=', null], {}, false],
    [['n', '!=', 2], { n: 3 }, true],
    [['n', '>', 2], { n: 2 }, false],
    [['n', '>', 2], { n: 2.1 }, true],
    [['n', '>', 2], {}, false],
    [['n', '>=', 2], { n: 2 }, true],
    [['n', '<', 2], { n: 2 }, false],
    [['n', '<', 2], {}, false],
    [['n', '<=', 2], { n: 2 }, true],
    [['n', '<=', 2], {}, false],
    [['n', 'in', [1, 2]], { n: 2 }, true],
    [['n', 'in', [1, 2]], { n: 3 }, false],
    [['n', 'in', [null, 2]], {}, false],
    [['n', 'not_in', [1, 2]], { n: 3 }, true],
    [['n', 'not_in', [1, 2]], { n: 1 }, false],
    [['n', 'not_in', [1, 2]], {}, false],
    [['t', '==', '工业'], { t: '工业' }, true],
    [['t', 'in', ['工业', '农业']], { t: '农业' }, true],
    [['t', '>=', '2026-06-01'], { t: '2026-06-01' }, true],
    [['t', '<', '2026-06-01'], { t: '2026-05-31' }, true],
    [['t', '>', 5], { t: '工业' }, false],
    [['t', '!=', 5], { t: '工业' }, true],
    [['b', '==', true], { b: true }, true],
    [['b', '==', true], { b: false }, false],
    [['b', '==', 1], { b: true }, true],
    [['m', '==', 3], { n: 2 }, true],
    [[{ kind: 'ratio', num: 'n', den: 4 }, '==', 0.5], { n: 2 }, true],
    [
      {
        all: [
          ['n', '>', 1],
          ['n', '<', 3],
        ],
      },
      { n: 2 },
      true,
    ],
    [
      {
        all: [
          ['n', '>', 1],
          ['n', '<', 3],
        ],
      },
      { n: 3 },
      false,
    ],
    [{ all: [] }, {}, true],
    [
      {
        any: [
          ['n', '>', 5],
          ['n', '<', 3],
        ],
      },
      { n: 2 },
      true,
    ],
    [
      {
        any: [
          ['n', '>', 5],
          ['n', '<', 3],
        ],
      },
      { n: 4 },
      false,
    ],
    [{ any: [] }, {}, false],
    [{ not: ['n', '>', 5] }, {}, true],
    [{ not: ['n', '>', 5] }, { n: 6 }, false],
  ])('%j on %j is %s', (when, inputs, expected) => {
    expect(holds(when, inputs)).toBe(expected);
  });

  it.each<[string, string]>([
    ['==', '1'],
    ['!=', '2'],
    ['>', '0'],
    ['>=', '1'],
    ['<', '1'],
    ['<=', '2'],
  ])('tallies by %s', (op, expected) => {
    expect(metricOf({ kind: 'tally', of: ['a', 'b', 'c'], op, than: 2 }, [{ a: 1, b: 2 }])).toEqual([expected]);
  });
});
