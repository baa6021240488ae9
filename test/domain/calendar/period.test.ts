import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, date, daysBetween } from '../../../src/domain/calendar/date.ts';
import {
  dayPeriod,
  halfOf,
  lastYear,
  monthOf,
  type Period,
  parsePeriod,
  previous,
  quarterOf,
  range,
  weekOf,
  yearOf,
  yearToMonth,
} from '../../../src/domain/calendar/period.ts';

const aDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(date('1990-01-01'), days));
const span = ({ key, from, to }: Period) => `${key} ${from} ${to}`;

describe('the period that holds a day', () => {
  it.each<[string, (day: CalendarDate) => Period, string, string]>([
    ['day', dayPeriod, '2026-06-03', '2026-06-03 2026-06-03 2026-06-03'],
    ['week', weekOf, '2026-06-10', '2026-W24 2026-06-08 2026-06-14'],
    ['the week over New Year is of the year of its Thursday', weekOf, '2026-01-01', '2026-W01 2025-12-29 2026-01-04'],
    ['a year of 53 weeks', weekOf, '2027-01-03', '2026-W53 2026-12-28 2027-01-03'],
    ['the last days of a year in week 1 of the next', weekOf, '2024-12-30', '2025-W01 2024-12-30 2025-01-05'],
    [
      'the first days of a year in the last week of the one before',
      weekOf,
      '2023-01-01',
      '2022-W52 2022-12-26 2023-01-01',
    ],
    ['month', monthOf, '2024-02-10', '2024-02 2024-02-01 2024-02-29'],
    ['December', monthOf, '2026-12-31', '2026-12 2026-12-01 2026-12-31'],
    ['quarter', quarterOf, '2026-03-31', '2026-Q1 2026-01-01 2026-03-31'],
    ['quarter', quarterOf, '2026-04-01', '2026-Q2 2026-04-01 2026-06-30'],
    ['quarter', quarterOf, '2026-12-31', '2026-Q4 2026-10-01 2026-12-31'],
    ['half', halfOf, '2026-06-30', '2026-H1 2026-01-01 2026-06-30'],
    ['half', halfOf, '2026-07-01', '2026-H2 2026-07-01 2026-12-31'],
    ['year', yearOf, '2026-07-01', '2026 2026-01-01 2026-12-31'],
    ['1—N月', yearToMonth, '2026-06-10', '2026-1..6 2026-01-01 2026-06-30'],
    ['1—N月 of February in a leap year', yearToMonth, '2024-02-01', '2024-1..2 2024-01-01 2024-02-29'],
  ])('%s', (_name, of, day, expected) => {
    expect(span(of(date(day)))).toBe(expected);
  });
});

const KINDS = [dayPeriod, weekOf, monthOf, quarterOf, halfOf, yearOf];

describe('any period', () => {
  it('holds its day, and is the same for each of its days', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...KINDS), fc.nat(400), (day, of, step) => {
        const period = of(day);
        expect(period.from <= day && day <= period.to).toBe(true);
        const inside = addDays(period.from, step % (daysBetween(period.from, period.to) + 1));
        expect(of(inside)).toEqual(period);
      }),
    );
  });

  it('follows the one before without a gap or an overlap, under another key', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...KINDS), (day, of) => {
        const period = of(day);
        const before = previous(period);
        expect(addDays(before.to, 1)).toBe(period.from);
        expect(before.key).not.toBe(period.key);
        expect(before.kind).toBe(period.kind);
      }),
    );
  });

  it('is found again by its key', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...KINDS, yearToMonth), (day, of) => {
        expect(parsePeriod(of(day).key)).toEqual(of(day));
      }),
    );
  });
});

describe('a key', () => {
  it.each([
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-H3',
    '2026-02-30',
    '2026-W00',
    '2026-W54',
    '2025-W53',
    '2026-1..13',
    '2026-1..0',
    '26-01',
    '2026-06-03..2026-06-01',
    '2026-06-03..',
    '上月',
    '',
  ])('“%s” names no period', (key) => {
    expect(parsePeriod(key)).toBeNull();
  });

  it('of a range names both ends', () => {
    const campaign = range(date('2026-05-10'), date('2026-08-17'));
    expect(campaign.key).toBe('2026-05-10..2026-08-17');
    expect(parsePeriod(campaign.key)).toEqual(campaign);
    expect(daysBetween(campaign.from, campaign.to) + 1).toBe(100);
  });
});

describe('the one before', () => {
  it.each([
    ['2026-1..6', '2026-1..5 2026-01-01 2026-05-31'],
    ['2026-1..1', '2025-1..12 2025-01-01 2025-12-31'],
    ['2026-1..3', '2026-1..2 2026-01-01 2026-02-28'],
    ['2026-W01', '2025-W52 2025-12-22 2025-12-28'],
    ['2026-Q1', '2025-Q4 2025-10-01 2025-12-31'],
    ['2026-H1', '2025-H2 2025-07-01 2025-12-31'],
    ['2026-05-10..2026-08-17', '2026-01-30..2026-05-09 2026-01-30 2026-05-09'],
  ])('%s: %s', (key, expected) => {
    const period = parsePeriod(key);
    expect(period && span(previous(period))).toBe(expected);
  });
});

describe('a year earlier', () => {
  it.each([
    ['2026-06', '2025-06 2025-06-01 2025-06-30'],
    ['2025-02', '2024-02 2024-02-01 2024-02-29'],
    ['2024-02', '2023-02 2023-02-01 2023-02-28'],
    ['2026-1..6', '2025-1..6 2025-01-01 2025-06-30'],
    ['2025-1..2', '2024-1..2 2024-01-01 2024-02-29'],
    ['2026-Q2', '2025-Q2 2025-04-01 2025-06-30'],
    ['2026-H2', '2025-H2 2025-07-01 2025-12-31'],
    ['2026', '2025 2025-01-01 2025-12-31'],
    ['2026-W24', '2025-06-08..2025-06-14 2025-06-08 2025-06-14'],
    ['2024-02-29', '2023-02-28..2023-02-28 2023-02-28 2023-02-28'],
  ])('%s: %s', (key, expected) => {
    const period = parsePeriod(key);
    expect(period && span(lastYear(period))).toBe(expected);
  });
});
