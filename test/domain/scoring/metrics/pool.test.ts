import { describe, expect, it } from 'vitest';
import { metricOf } from '../../../support/scoring.ts';

const units = [{ 组: '甲', v: 5 }, { 组: '甲', v: 8 }, { 组: '甲', v: 8 }, { 组: '乙', v: 3 }, { 组: '乙' }];

describe('figures of a pool', () => {
  it.each<[string, object, readonly (string | null)[]]>([
    ['sum of all', { do: 'sum' }, ['24', '24', '24', '24', '24']],
    ['sum of the group', { do: 'sum', within: 'group' }, ['21', '21', '21', '3', '3']],
    ['mean leaves unknowns out', { do: 'mean', within: 'all' }, ['6', '6', '6', '6', '6']],
    ['min', { do: 'min' }, ['3', '3', '3', '3', '3']],
    ['max in the group', { do: 'max', within: 'group' }, ['8', '8', '8', '3', '3']],
    ['place is 1 + the better ones', { do: 'place' }, ['3', '1', '1', '4', null]],
    ['place in the group', { do: 'place', within: 'group' }, ['3', '1', '1', '1', null]],
    ['place where small is better', { do: 'place', order: 'asc' }, ['2', '3', '3', '1', null]],
    ['a shared first place is best', { do: 'is_best' }, ['0', '1', '1', '0', null]],
    ['the smallest is best in asc', { do: 'is_best', order: 'asc' }, ['0', '0', '0', '1', null]],
    ['the smallest is worst', { do: 'is_worst', within: 'group' }, ['1', '0', '0', '1', null]],
    ['the greatest is worst in asc', { do: 'is_worst', order: 'asc' }, ['0', '1', '1', '0', null]],
  ])('%s', (_name, spec, expected) => {
    expect(metricOf({ kind: 'pool', value: 'v', ...spec }, units)).toEqual(expected);
  });

  it.each(['sum', 'mean', 'min', 'max', 'place', 'is_best'])(
    '%s of a pool where nothing is known is unknown',
    (what) => {
      expect(metricOf({ kind: 'pool', do: what, value: 'v' }, [{}, {}])).toEqual([null, null]);
    },
  );
});
