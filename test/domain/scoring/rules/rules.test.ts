import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../../support/scoring.ts';

describe('rules of one unit', () => {
  const done = (extra: object) => ({ full: 10, rule: { kind: 'completion', actual: 'a', target: 't', ...extra } });
  const over = (extra: object) => done({ over: { per: 0.1, points: 0.5, ...extra } });
  const each = (extra: object) => ({ rule: { kind: 'each', value: 'a', points: 2, ...extra } });
  const rows = [
    { from: 0, points: 1 },
    { from: 10, points: 5, each: 0.5, per: 5, whole: true },
    { from: 30, points: 20, each: 1 },
  ];
  const table = (extra: object) => ({ rule: { kind: 'table', value: 'a', rows, ...extra } });
  const cases = {
    kind: 'cases',
    cases: [
      { when: ['a', '>=', 2], points: 9 },
      { when: ['a', '>=', 1], points: 'b' },
    ],
  };
  it.each<[string, object, object, string | null]>([
    ['completion is in proportion', done({}), { a: 4, t: 8 }, '5'],
    ['completion is capped at full marks', done({}), { a: 9, t: 8 }, '10'],
    ['completion to a cap of 1.2', done({ cap: 1.2 }), { a: 16, t: 8 }, '12'],
    ['completion without a cap', done({ cap: null }), { a: 16, t: 8 }, '20'],
    [
      'completion without a target takes a rate',
      { full: 10, rule: { kind: 'completion', actual: 'a' } },
      { a: 0.5 },
      '5',
    ],
    ['completion without full marks is out of 1', { rule: { kind: 'completion', actual: 'a' } }, { a: 0.5 }, '0.5'],
    ['completion without a target set is missing', done({}), { a: 4 }, '0'],
    ['completion of a target of 0 is missing', { ...done({}), missing: 'full' }, { a: 4, t: 0 }, '10'],
    ['under the floor nothing', done({ floor: 1 }), { a: 7, t: 8 }, '0'],
    ['at the floor it counts', done({ floor: 0.5 }), { a: 4, t: 8 }, '5'],
    ['under the floor what below says', done({ floor: 1, below: 2 }), { a: 7, t: 8 }, '2'],
    ['over: parts of a step count', over({}), { a: 10, t: 8 }, '11.25'],
    ['over: only whole steps', over({ whole: true }), { a: 10, t: 8 }, '11'],
    ['over: a whole step exactly reached counts', over({ whole: true }), { a: 13, t: 10 }, '11.5'],
    ['over: at most max', over({ max: 1 }), { a: 16, t: 8 }, '11'],
    ['over: nothing at the mark itself', over({}), { a: 8, t: 8 }, '10'],
    [
      'over: at the mark itself its points need not be known',
      over({ points: { by_group: { 甲: 1 } } }),
      { 组: '乙', a: 8, t: 8 },
      '10',
    ],
    ['over: from another mark', over({ from: 0.5 }), { a: 6, t: 8 }, '8.75'],
    ['over: nothing under the floor', done({ floor: 2, over: { per: 0.1, points: 1 } }), { a: 9, t: 8 }, '0'],
    ['each gives points for every one', each({}), { a: 3 }, '6'],
    ['each per five', each({ per: 5 }), { a: 12 }, '4.8'],
    ['each whole five', each({ per: 5, whole: true }), { a: 14 }, '4'],
    ['each after two', each({ after: 2 }), { a: 5 }, '6'],
    ['each never below its start', each({ after: 9, start: 1 }), { a: 5 }, '1'],
    ['each deducts from a start', each({ points: -0.5, start: 10 }), { a: 3 }, '8.5'],
    ['each of an unknown is missing', each({ start: 10 }), {}, '0'],
    ['table under its first row', table({}), { a: -1 }, '0'],
    ['table under its first row, below', table({ below: -3 }), { a: -1 }, '-3'],
    ['table at a bound', table({}), { a: 10 }, '5'],
    ['table whole steps above a row', table({}), { a: 24 }, '6'],
    ['table parts of steps above a row', table({}), { a: 31.5 }, '21.5'],
    ['table of an unknown is missing', table({ below: -3 }), {}, '0'],
    ['the first case that holds', { rule: cases }, { a: 3, b: 4 }, '9'],
    ['a case may give a value', { rule: cases }, { a: 1, b: 4 }, '4'],
    ['no case: 0', { rule: cases }, { a: 0, b: 4 }, '0'],
    ['no case: else', { rule: { ...cases, else: -5 } }, { a: 0, b: 4 }, '-5'],
    ['given is the value', { rule: { kind: 'given', value: 'a' } }, { a: 7.25 }, '7.25'],
  ])('%s', (_name, item, inputs, expected) => {
    expect(pointsOf(item, [{ ...inputs }])).toEqual([expected]);
  });

  const marks = (items: readonly object[], extra: object = {}) => ({
    rule: { kind: 'group', items: items.map((item, index) => ({ id: String(index), ...item })), ...extra },
  });
  const give = (value: string, extra: object = {}) => ({ rule: { kind: 'given', value }, ...extra });
  it.each<[string, object, object, string | null]>([
    ['adds its items', marks([give('a'), give('b')]), { a: 2, b: -5 }, '-3'],
    ['takes the best', marks([give('a'), give('b')], { pick: 'best' }), { a: 2, b: 5 }, '5'],
    ['takes the worst', marks([give('a'), give('b')], { pick: 'worst' }), { a: 2, b: 5 }, '2'],
    [
      'leaves out what does not apply',
      marks([give('a', { when: ['a', '>', 5] }), give('b')], { pick: 'worst' }),
      { a: 2, b: 5 },
      '5',
    ],
    [
      'is missing when nothing applies',
      { ...marks([give('a', { missing: 'exclude' })]), missing: 'exclude' },
      {},
      null,
    ],
    ['shares a cap', { ...marks([give('a'), give('b')]), max: 6 }, { a: 4, b: 5 }, '6'],
  ])('a group %s', (_name, item, inputs, expected) => {
    expect(pointsOf(item, [{ ...inputs }])).toEqual([expected]);
  });
});
