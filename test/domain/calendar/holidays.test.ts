import { describe, expect, it, test } from 'vitest';
import { date, weekdayOf } from '../../../src/domain/calendar/date.ts';
import {
  holidayName,
  isOfficialWorkday,
  isPublished,
  lunarToDate,
  PUBLISHED_YEARS,
} from '../../../src/domain/calendar/holidays.ts';
import { daysOf, daysOff, NOTICES, workedByNotice } from '../../support/notices.ts';

describe.each(NOTICES.map((notice) => [notice.year, notice] as const))('the notice of %i', (year, notice) => {
  const days = daysOf(`${year}-01-01`, `${year}-12-31`);

  it('says of every day of the year whether it is worked', () => {
    const wrong = days.filter((day) => isOfficialWorkday(day) !== workedByNotice(day));
    expect(wrong).toEqual([]);
  });

  it('makes weekends workdays and weekdays holidays where it says so, and nowhere else', () => {
    const makeUp = days.filter((day) => weekdayOf(day) > 5 && isOfficialWorkday(day));
    expect(makeUp).toEqual(notice.work.map((day) => `${year}-${day}`));
    const rest = days.filter((day) => weekdayOf(day) <= 5 && !isOfficialWorkday(day));
    expect(rest.filter((day) => !daysOff(notice).has(day))).toEqual([]);
  });

  it('names each holiday on its days', () => {
    const named = [...daysOff(notice)].filter(([day]) => weekdayOf(day) <= 5);
    for (const [day, name] of named)
      expect([day, name.split('、')]).toEqual([day, expect.arrayContaining([holidayName(day)])]);
    for (const day of notice.work) expect(holidayName(date(`${year}-${day}`))).toBeNull();
  });
});

test.each([
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i workdays', (year, count) => {
  expect(daysOf(`${year}-01-01`, `${year}-12-31`).filter(isOfficialWorkday)).toHaveLength(count);
});

describe('a year that is not published', () => {
  it.each(['2003-10-01', '2027-10-01', '2030-02-02'])('%s is known to be unknown', (day) => {
    expect(isPublished(date(day))).toBe(false);
    expect(holidayName(date(day))).toBeNull();
  });

  it('is counted Monday to Friday, never by a guess at its festivals', () => {
    const days = daysOf('2027-01-01', '2027-12-31');
    expect(days.filter((day) => isOfficialWorkday(day) !== weekdayOf(day) <= 5)).toEqual([]);
  });

  it('the published years are every year from 2004 to the last one, and each has its holidays', () => {
    const last = Math.max(...PUBLISHED_YEARS);
    expect(PUBLISHED_YEARS).toEqual(Array.from({ length: last - 2003 }, (_, at) => 2004 + at));
    for (const year of PUBLISHED_YEARS) {
      const off = daysOf(`${year}-10-01`, `${year}-10-03`).map(isOfficialWorkday);
      expect([year, ...off]).toEqual([year, false, false, false]);
    }
  });
});

describe('a day of the lunar calendar', () => {
  it.each([
    [2024, 1, 1, '2024-02-10'],
    [2025, 1, 1, '2025-01-29'],
    [2026, 1, 1, '2026-02-17'],
    [2026, 1, 15, '2026-03-03'],
    [2026, 5, 5, '2026-06-19'],
    [2026, 8, 15, '2026-09-25'],
    [2027, 1, 1, '2027-02-06'],
  ])('%i 年 %i 月 %i 日 is %s', (year, month, day, solar) => {
    expect(lunarToDate(year, month, day)).toBe(solar);
  });

  it.each([1899, 2100])('is unknown in %i', (year) => {
    expect(lunarToDate(year, 1, 1)).toBeNull();
  });
});
