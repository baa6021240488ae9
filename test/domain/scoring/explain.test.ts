import { describe, expect, it } from 'vitest';
import type { UnitInput } from '../../../src/domain/scoring/board.ts';
import { explain } from '../../../src/domain/scoring/explain.ts';
import { countMove, moneyMove } from '../../../src/domain/scoring/lift.ts';
import { readScheme } from '../../../src/domain/scoring/read-scheme.ts';

const scheme = readScheme({
  id: 's',
  title: '试',
  items: [
    { id: '签约', full: 50, rule: { kind: 'completion', actual: 'n', target: 10 } },
    { id: '到位', full: 50, rule: { kind: 'completion', actual: 'funds', target: 10000 } },
    { id: '外资', full: 10, groups: ['乙'], rule: { kind: 'given', value: 'fdi' } },
  ],
  rank: { by: [{ value: 'total' }], within: 'group' },
});
const unit = (name: string, n: number, funds: number | string, group = '甲'): UnitInput => ({
  name,
  group,
  inputs: { n, funds },
});
const units = [unit('一', 8, 9000), unit('二', 5, 8000), unit('三', 5, '2000'), unit('外', 10, 10000, '乙')];
const moves = [countMove('n'), moneyMove('funds')];

describe('why a unit stands where it stands', () => {
  it('gives each item its points, full marks and place in the group', () => {
    expect(explain(scheme, units, 1)).toEqual({
      name: '二',
      rank: 2,
      ranked: 3,
      total: '65',
      behind: '20',
      items: [
        { id: '签约', points: '25', full: '50', place: 2 },
        { id: '到位', points: '40', full: '50', place: 2 },
        { id: '外资', points: null, full: '10', place: null },
      ],
      lifts: [],
    });
  });

  it('finds the smallest count and the smallest round amount that lift it', () => {
    // Equal totals share a place, so 30 more points lift the last of 35 to the 65 of the second.
    expect(explain(scheme, units, 2, { moves }).lifts).toEqual([
      { move: 'funds', steps: 6000, adds: { funds: '6000' }, rank: 2 },
    ]);
    expect(explain(scheme, units, 1, { moves }).lifts).toEqual([{ move: 'n', steps: 4, adds: { n: '4' }, rank: 1 }]);
  });

  it('a move may add to several fields at once', () => {
    const project = { id: '亿元项目', adds: { n: 1, funds: 1500 }, steps: [1, 2, 3, 4, 5] };
    expect(explain(scheme, units, 2, { moves: [project] }).lifts).toEqual([
      { move: '亿元项目', steps: 3, adds: { n: '3', funds: '4500' }, rank: 2 },
    ]);
  });

  it('has nothing to search for the first, and nothing behind', () => {
    expect(explain(scheme, units, 0, { moves })).toMatchObject({ rank: 1, behind: null, lifts: [] });
  });

  it('tries every step of a list', () => {
    const found = [1, 2, 3, 4, 5, 6, 7].map((need) => {
      const pair = [unit('上', 0, need * 100), unit('下', 0, 0)];
      return explain(scheme, pair, 1, { moves: [moneyMove('funds')] }).lifts[0]?.steps;
    });
    expect(found).toEqual([100, 200, 300, 400, 500, 600, 700]);
  });

  it('round amounts go by the hundred, then by the thousand, without gaps or twins', () => {
    const { steps } = moneyMove('funds');
    expect([...new Set(steps)].toSorted((a, b) => a - b)).toEqual(steps);
    expect(steps).toContain(9900);
    expect(steps).toContain(11_000);
    expect(steps.at(-1)).toBe(10_000_000);
  });
});
