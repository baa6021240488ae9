import { describe, expect, it } from 'vitest';
import { checkDays, countByKind } from '../../../src/domain/activity/activity.ts';
import { date } from '../../../src/domain/calendar/date.ts';

describe('the days of an activity', () => {
  it.each([
    ['2026-06-17', '2026-06-21', true],
    ['2026-06-17', '2026-06-17', true],
    ['2026-06-21', '2026-06-17', false],
    ['2026-06-17', '2027-06-30', false],
    ['1991-01-01', '1991-01-02', false],
  ])('%s to %s may be: %s', (from, to, allowed) => {
    const check = () => checkDays({ from: date(from), to: date(to) }, date('2026-06-10'));
    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow('activity.days');
  });
});

it('counts by kind', () => {
  expect([...countByKind([{ kind: '外出招商' }, { kind: '推介会' }, { kind: '外出招商' }])]).toEqual([
    ['外出招商', 2],
    ['推介会', 1],
  ]);
});
