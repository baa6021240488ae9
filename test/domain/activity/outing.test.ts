import { describe, expect, it } from 'vitest';
import { outingRatio, wasOut } from '../../../src/domain/activity/outing.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';

const calendar = workCalendar();
const JUNE = { from: date('2026-06-01'), to: date('2026-06-30') };
const trip = (from: string, to: string, halfDays: number | null = null) => ({
  kind: '外出招商' as const,
  from: date(from),
  to: date(to),
  halfDays,
  leader: '王五',
  leaderId: 3,
  members: ['李四'],
});

describe('the outing ratio', () => {
  // June 2026 has 21 workdays (19 June is 端午节): a third is 7 days, 14 half days.
  it.each([
    ['nothing', [], 0, 14],
    ['a week over a weekend', [trip('2026-06-11', '2026-06-16')], 8, 6],
    ['a half day', [trip('2026-06-17', '2026-06-17', 1)], 1, 13],
    ['three half days', [trip('2026-06-16', '2026-06-18', 3)], 3, 11],
    ['two trips on one day', [trip('2026-06-17', '2026-06-17'), trip('2026-06-17', '2026-06-17', 1)], 2, 12],
    ['a trip from the month before', [trip('2026-05-28', '2026-06-02')], 4, 10],
    ['seven workdays', [trip('2026-06-01', '2026-06-09')], 14, 0],
  ])('of %s is %i half days, %i missing', (_, trips, halfDaysOut, missingHalfDays) => {
    expect(outingRatio(trips, JUNE, calendar, '1/3')).toEqual({
      halfDaysOut,
      workdays: 21,
      missingHalfDays,
      reached: missingHalfDays === 0,
    });
  });

  it('counts whoever led or went along', () => {
    expect(wasOut(trip('2026-06-01', '2026-06-01'), { id: 3, name: '王五' })).toBe(true);
    expect(wasOut(trip('2026-06-01', '2026-06-01'), { id: 2, name: '李四' })).toBe(true);
    expect(wasOut(trip('2026-06-01', '2026-06-01'), { id: 4, name: '赵六' })).toBe(false);
    expect(wasOut({ ...trip('2026-06-01', '2026-06-01'), kind: '来访接待' }, { id: 3, name: '王五' })).toBe(false);
  });
});
