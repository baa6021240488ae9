import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date, endOfMonth, startOfMonth } from '../../../src/domain/calendar/date.ts';
import {
  addWorkdays,
  lastWorkdayOfMonth,
  lastWorkdayOfWeek,
  onOrAfter,
  onOrBefore,
  workCalendar,
  workdaysBetween,
} from '../../../src/domain/calendar/workday.ts';
import { daysOf, workedByNotice } from '../../support/notices.ts';

const calendar = workCalendar();
const aDay = fc.integer({ min: 0, max: 2200 }).map((days) => addDays(date('2020-03-01'), days));

describe('the n-th workday', () => {
  it.each([
    ['2026-06-10', 1, '2026-06-11'],
    ['2026-06-12', 1, '2026-06-15'],
    ['2026-06-18', 1, '2026-06-22'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-10-03', -1, '2026-09-30'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2025-10-12', 5, '2025-10-17'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('from %s, %i: %s', (day, count, expected) => {
    expect(addWorkdays(calendar, date(day), count)).toBe(expected);
  });

  it('counted there and back is the same', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const later = addWorkdays(calendar, day, count);
        expect(workedByNotice(later)).toBe(true);
        expect(workdaysBetween(calendar, day, later)).toBe(count);
        expect(workdaysBetween(calendar, later, day)).toBe(-count);
        if (workedByNotice(day)) expect(addWorkdays(calendar, later, -count)).toBe(day);
      }),
    );
  });

  it('workdays of two stretches are those of the whole', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 }), (a, first, second) => {
        const b = addDays(a, first);
        const c = addDays(b, second);
        const count = (from: typeof a, to: typeof a) => workdaysBetween(calendar, from, to);
        expect(count(a, b) + count(b, c) - count(a, c)).toBe(0);
      }),
    );
  });
});

describe('the workday at the edge', () => {
  it.each([
    ['2026-10-01', '2026-09-30', '2026-10-08'],
    ['2026-02-15', '2026-02-14', '2026-02-24'],
    ['2026-06-14', '2026-06-12', '2026-06-15'],
    ['2026-10-10', '2026-10-10', '2026-10-10'],
  ])('of %s is %s before and %s after', (day, before, after) => {
    expect([onOrBefore(calendar, date(day)), onOrAfter(calendar, date(day))]).toEqual([before, after]);
  });

  it.each([
    ['2025-01-10', '2025-01-27'],
    ['2026-02-10', '2026-02-28'],
    ['2025-08-31', '2025-08-29'],
    ['2020-01-15', '2020-01-23'],
    ['2022-01-31', '2022-01-30'],
  ])('the month of %s ends its work on %s', (day, expected) => {
    expect(lastWorkdayOfMonth(calendar, date(day))).toBe(expected);
  });

  it.each([
    ['2026-06-10', '2026-06-12'],
    ['2026-06-14', '2026-06-12'],
    ['2026-10-01', '2026-09-30'],
    ['2026-09-14', '2026-09-20'],
    ['2026-02-09', '2026-02-14'],
    ['2026-02-18', null],
    ['2025-10-03', '2025-09-30'],
  ])('the week of %s ends its work on %s', (day, expected) => {
    expect(lastWorkdayOfWeek(calendar, date(day))).toBe(expected);
  });

  it('nothing is worked between the month’s last workday and its end', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const last = lastWorkdayOfMonth(calendar, day) ?? startOfMonth(day);
        expect(workedByNotice(last)).toBe(true);
        const rest = daysOf(addDays(last, 1), endOfMonth(day)).filter(workedByNotice);
        expect(rest).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an office’s own days', () => {
  const own = workCalendar(
    new Map([
      ['2026-06-12', false],
      ['2026-06-13', true],
      ['2026-10-01', true],
      ['2027-02-08', false],
    ]),
  );

  it.each([
    ['2026-06-12', false],
    ['2026-06-13', true],
    ['2026-10-01', true],
    ['2026-10-02', false],
    ['2027-02-08', false],
    ['2027-02-09', true],
  ])('%s is worked: %s', (day, worked) => {
    expect(own.isWorkday(date(day))).toBe(worked);
  });

  it('move what is counted from them', () => {
    expect(addWorkdays(own, date('2026-06-11'), 1)).toBe('2026-06-13');
    expect(lastWorkdayOfWeek(own, date('2026-06-10'))).toBe('2026-06-13');
  });

  it('may leave a month or a week without a workday', () => {
    const shut = workCalendar(new Map(daysOf('2026-06-01', '2026-06-30').map((day) => [day, false])));
    expect(lastWorkdayOfMonth(shut, date('2026-06-10'))).toBeNull();
    expect(lastWorkdayOfWeek(shut, date('2026-06-10'))).toBeNull();
  });
});
