import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../../support/scoring.ts';

const units = [{ 组: '甲', v: 10 }, { 组: '甲', v: 40 }, { 组: '甲', v: 40 }, { 组: '乙', v: 20 }, { 组: '乙' }];

describe('rules that compare units', () => {
  const range = (extra: object) => ({ kind: 'range', value: 'v', ...extra });
  const place = (extra: object) => ({ kind: 'place', value: 'v', ...extra });
  it.each<[string, object, readonly string[]]>([
    ['range from 60 to 100', range({}), ['60', '100', '100', '73.3333333333333333333333333333', '0']],
    ['range between its own bounds', range({ low: 0, high: 30 }), ['0', '30', '30', '10', '0']],
    ['range where small is better', range({ low: 0, high: 30, order: 'asc' }), ['30', '0', '0', '20', '0']],
    ['range in groups: alone is flat', range({ within: 'group' }), ['60', '100', '100', '100', '0']],
    ['range in groups: flat is its own', range({ within: 'group', flat: 80 }), ['60', '100', '100', '80', '0']],
    ['place by step', place({ first: 100, step: -3 }), ['91', '100', '100', '94', '0']],
    ['place by step down to the rest', place({ first: 5, step: -2, rest: 1.5 }), ['1.5', '5', '5', '1.5', '0']],
    ['place: ties take the mean', place({ first: 100, step: -3, ties: 'mean' }), ['91', '98.5', '98.5', '94', '0']],
    ['place by table, then rest', place({ table: [9, 8, 7], rest: 1 }), ['1', '9', '9', '7', '0']],
    [
      'place by table: ties take the mean with rest',
      place({ table: [9], rest: 1, ties: 'mean' }),
      ['1', '5', '5', '1', '0'],
    ],
    ['place past the table is 0', place({ table: [9] }), ['0', '9', '9', '0', '0']],
    ['place with first alone', place({ first: 5, rest: 1 }), ['1', '5', '5', '1', '0']],
    ['place in groups', place({ first: 5, step: -1, within: 'group' }), ['3', '5', '5', '5', '0']],
    ['place where small is better', place({ first: 5, step: -1, order: 'asc' }), ['5', '3', '3', '4', '0']],
  ])('%s', (_name, rule, expected) => {
    expect(pointsOf({ rule }, units)).toEqual(expected);
  });

  it("who has no value may be given full marks: the rule's own best", () => {
    expect(pointsOf({ rule: range({ high: 90 }), missing: 'full', weight: 0.5 }, units).at(-1)).toBe('45');
    expect(pointsOf({ rule: place({ table: [9, 8] }), missing: 'full' }, units).at(-1)).toBe('9');
  });
});
