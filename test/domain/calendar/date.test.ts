import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  clockAt,
  date,
  dateAt,
  daysBetween,
  endOfMonth,
  instantAt,
  parseIsoDate,
  partsOf,
  startOfMonth,
  tryDate,
  weekdayOf,
} from '../../../src/domain/calendar/date.ts';

const START = date('1950-01-01');
const aDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(START, days));

describe('a calendar date', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2100, 2, 29, null],
    [2023, 2, 29, null],
    [2026, 2, 30, null],
    [2026, 4, 31, null],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 1, 0, null],
    [1900, 1, 1, '1900-01-01'],
    [1899, 12, 31, null],
    [2200, 12, 31, '2200-12-31'],
    [2201, 1, 1, null],
  ])('%i-%i-%i is %s', (year, month, day, expected) => {
    expect(tryDate(year, month, day)).toBe(expected);
  });

  it.each(['2026-6-3', '2026/06/03', '20260603', '2026-06-03T00:00', ' 2026-06-03', '2026-02-29', ''])(
    '“%s” is none',
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
      expect(() => date(text)).toThrow(RangeError);
    },
  );

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -48, '2020-02-29'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(date(day), months)).toBe(expected);
  });

  it('the week begins on Monday', () => {
    expect(['2026-06-08', '2026-06-13', '2026-06-14'].map((day) => weekdayOf(date(day)))).toEqual([1, 6, 7]);
  });

  it('adding days and taking them away again leads back', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -9000, max: 9000 }), (day, count) => {
        const other = addDays(day, count);
        expect(addDays(other, -count)).toBe(day);
        expect(daysBetween(day, other)).toBe(count);
        expect(count === 0 ? day === other : day < other === count > 0).toBe(true);
        expect(weekdayOf(other)).toBe(((((weekdayOf(day) - 1 + count) % 7) + 7) % 7) + 1);
      }),
    );
  });

  it('a month begins on its 1st and ends on the day before the next one’s', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(partsOf(startOfMonth(day))).toEqual({ ...partsOf(day), day: 1 });
        expect(addDays(endOfMonth(day), 1)).toBe(addMonths(startOfMonth(day), 1));
      }),
    );
  });
});

describe('an instant', () => {
  it.each([
    ['2026-06-09T15:59:59Z', 'Asia/Shanghai', '2026-06-09', '23:59'],
    ['2026-06-09T16:00:00Z', 'Asia/Shanghai', '2026-06-10', '00:00'],
    ['2026-06-09T16:00:00Z', 'UTC', '2026-06-09', '16:00'],
    ['2026-06-09T23:00:00Z', 'America/New_York', '2026-06-09', '19:00'],
    ['2025-12-31T16:00:00Z', 'Asia/Shanghai', '2026-01-01', '00:00'],
    ['1989-07-01T15:30:00Z', 'Asia/Shanghai', '1989-07-02', '00:30'],
  ])('%s in %s is %s %s', (instant, timeZone, day, clock) => {
    const at = new Date(instant);
    expect([dateAt(at, timeZone), clockAt(at, timeZone)]).toEqual([day, clock]);
    expect(instantAt(date(day), clock, timeZone).getTime()).toBe(Math.floor(at.getTime() / 60_000) * 60_000);
  });

  it('stands where its day and clock say, in any zone', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'Asia/Kathmandu', 'America/New_York');
    const clocks = fc.tuple(fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(aDay, clocks, zones, (day, [hour, minute], zone) => {
        const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const at = instantAt(day, clock, zone);
        expect([dateAt(at, zone), clockAt(at, zone)]).toEqual([day, clock]);
      }),
    );
  });
});
