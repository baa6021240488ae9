import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { lightOf, workdaysOver } from '../../../src/domain/work/light.ts';

const calendar = workCalendar();

describe('the light of a task', () => {
  it.each([
    ['2026-06-10', '10:00', '2026-06-15', null, 'green'],
    ['2026-06-10', '10:00', '2026-06-12', null, 'yellow'],
    ['2026-06-11', '10:00', '2026-06-15', null, 'yellow'],
    ['2026-06-12', '23:59', '2026-06-12', null, 'yellow'],
    ['2026-06-12', '16:59', '2026-06-12', '17:00', 'yellow'],
    ['2026-06-12', '17:01', '2026-06-12', '17:00', 'red'],
    ['2026-06-13', '00:00', '2026-06-12', null, 'red'],
    ['2026-09-30', '09:00', '2026-10-09', null, 'yellow'],
  ])('on %s %s with %s %s is as the workdays say: %s%s', (today, clock, dueOn, dueTime, light) => {
    expect(lightOf({ dueOn: date(dueOn), dueTime }, { today: date(today), clock }, calendar, 2)).toBe(light);
  });

  it('counts days over without weekends and holidays', () => {
    expect(workdaysOver(date('2026-06-12'), date('2026-06-15'), calendar)).toBe(1);
    expect(workdaysOver(date('2026-09-30'), date('2026-10-08'), calendar)).toBe(1);
    expect(workdaysOver(date('2026-06-12'), date('2026-06-12'), calendar)).toBe(0);
  });
});
