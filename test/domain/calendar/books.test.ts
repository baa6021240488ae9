import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookSettings, booksOf, type CutOffRule } from '../../../src/domain/calendar/books.ts';
import { addDays, date } from '../../../src/domain/calendar/date.ts';
import { type Period, parsePeriod } from '../../../src/domain/calendar/period.ts';
import type { BookedKind } from '../../../src/domain/calendar/task-years.ts';

const settings = (rule: CutOffRule, taskYearMonth = 1): BookSettings => ({
  monthCutOffs: [{ from: '', rule }],
  taskYearMonth,
  calendarOverrides: {},
});
const books = (rule: CutOffRule, taskYearMonth = 1) => booksOf(settings(rule, taskYearMonth));
const named = (key: string): Period => {
  const period = parsePeriod(key);
  if (!period) throw new Error(key);
  return period;
};
const days = ({ from, to }: Pick<Period, 'from' | 'to'>) => `${from} ${to}`;

describe('the days of a period in the books', () => {
  it.each<[CutOffRule, number, string, string]>([
    ['月末', 1, '2026-06', '2026-06-01 2026-06-30'],
    ['月末', 1, '2024-02', '2024-02-01 2024-02-29'],
    ['25日', 1, '2026-06', '2026-05-26 2026-06-25'],
    ['25日', 1, '2026-01', '2025-12-26 2026-01-25'],
    ['28日', 1, '2026-03', '2026-03-01 2026-03-28'],
    ['28日', 1, '2024-03', '2024-02-29 2024-03-28'],
    ['25日', 1, '2026-Q1', '2025-12-26 2026-03-25'],
    ['25日', 1, '2026-H2', '2026-06-26 2026-12-25'],
    ['25日', 1, '2026', '2025-12-26 2026-12-25'],
    ['25日', 1, '2026-1..6', '2025-12-26 2026-06-25'],
    ['最后工作日', 1, '2026-05', '2026-05-01 2026-05-29'],
    ['最后工作日', 1, '2026-06', '2026-05-30 2026-06-30'],
    ['最后工作日', 1, '2026-01', '2026-01-01 2026-01-30'],
    ['最后工作日', 1, '2023-Q1', '2022-12-31 2023-03-31'],
    ['月末', 12, '2026', '2025-12-01 2026-11-30'],
    ['月末', 12, '2026-Q2', '2026-03-01 2026-05-31'],
    ['月末', 12, '2026-H1', '2025-12-01 2026-05-31'],
    ['月末', 12, '2026-1..6', '2025-12-01 2026-06-30'],
    ['月末', 10, '2026', '2025-10-01 2026-09-30'],
    ['月末', 4, '2026', '2026-04-01 2027-03-31'],
    ['月末', 4, '2026-1..2', '2025-04-01 2026-02-28'],
    ['25日', 12, '2026', '2025-11-26 2026-11-25'],
    ['25日', 12, '2026-H2', '2026-05-26 2026-11-25'],
    ['25日', 12, '2026-W23', '2026-06-01 2026-06-07'],
    ['25日', 12, '2026-05-10..2026-08-17', '2026-05-10 2026-08-17'],
  ])('%s, task year from month %i: %s is %s', (rule, begin, key, span) => {
    const found = books(rule, begin).span(named(key));
    expect(days(found)).toBe(span);
    expect(found.key).toBe(key);
    expect(books(rule, begin).span(found)).toEqual(found);
  });
});

describe('the period that a day is booked in', () => {
  it.each<[CutOffRule, number, BookedKind, string, string]>([
    ['月末', 1, 'month', '2026-06-30', '2026-06'],
    ['25日', 1, 'month', '2026-06-25', '2026-06'],
    ['25日', 1, 'month', '2026-06-26', '2026-07'],
    ['25日', 1, 'month', '2026-12-26', '2027-01'],
    ['25日', 1, 'year', '2026-12-26', '2027'],
    ['25日', 1, 'quarter', '2026-03-26', '2026-Q2'],
    ['最后工作日', 1, 'month', '2026-05-30', '2026-06'],
    ['最后工作日', 1, 'year', '2022-12-31', '2023'],
    ['月末', 12, 'year', '2026-12-01', '2027'],
    ['月末', 12, 'year', '2026-11-30', '2026'],
    ['月末', 12, 'half', '2026-06-01', '2026-H2'],
    ['月末', 12, 'year-to-month', '2026-06-10', '2026-1..6'],
    ['25日', 12, 'quarter', '2026-11-26', '2027-Q1'],
  ])('%s, task year from month %i: the %s of %s is %s', (rule, begin, kind, day, key) => {
    expect(books(rule, begin).holding(kind, date(day)).key).toBe(key);
  });

  it.each<[CutOffRule, number, string, string]>([
    ['25日', 1, '2026-01', '2025-12 2025-11-26 2025-12-25'],
    ['月末', 12, '2026-Q1', '2025-Q4 2025-09-01 2025-11-30'],
    ['月末', 4, '2026-Q1', '2025-Q4 2026-01-01 2026-03-31'],
    ['25日', 12, '2026-1..6', '2026-1..5 2025-11-26 2026-05-25'],
    ['25日', 12, '2025-1..12', '2025-1..11 2024-11-26 2025-11-25'],
  ])('%s, task year from month %i: before %s comes %s', (rule, begin, key, before) => {
    const found = books(rule, begin).before(named(key));
    expect(`${found.key} ${days(found)}`).toBe(before);
  });

  it.each<[number, string, string]>([
    [1, '2026-06-26', '2026 2025-12-26 7'],
    [12, '2026-06-25', '2026 2025-11-26 7'],
    [12, '2026-11-26', '2027 2026-11-26 1'],
    [7, '2026-01-01', '2026 2025-06-26 7'],
    [6, '2026-01-01', '2025 2025-05-26 8'],
  ])('a task year from month %i cut on the 25th holds %s as %s', (begin, day, told) => {
    const { year, from, month } = books('25日', begin).taskYear(date(day));
    expect(`${year} ${from} ${month}`).toBe(told);
  });
});

describe('a year earlier', () => {
  it.each<[CutOffRule, string, string]>([
    ['月末', '2026-01-01 2026-02-28', '2025-01-01 2025-02-28'],
    ['月末', '2025-01-01 2025-02-28', '2024-01-01 2024-02-29'],
    ['25日', '2025-12-26 2026-06-25', '2024-12-26 2025-06-25'],
    ['最后工作日', '2026-05-30 2026-06-30', '2025-05-31 2025-06-30'],
    ['月末', '2026-05-10 2026-08-17', '2025-05-10 2025-08-17'],
  ])('%s: %s is %s', (rule, now, then) => {
    const [from = '', to = ''] = now.split(' ');
    expect(days(books(rule).yearEarlier({ from: date(from), to: date(to) }))).toBe(then);
  });

  it('each end is cut by the rule that cuts it this year, whatever the rule was then', () => {
    const changed = booksOf({ ...settings('月末'), monthCutOffs: [{ from: '2026-07', rule: '25日' }] });
    expect(days(changed.yearEarlier({ from: date('2026-01-01'), to: date('2026-07-25') }))).toBe(
      '2025-01-01 2025-07-25',
    );
  });
});

describe('a rule that changes in mid-year', () => {
  const changed = booksOf({
    ...settings('月末'),
    monthCutOffs: [
      { from: '2026-07', rule: '25日' },
      { from: '2026-10', rule: '最后工作日' },
    ],
  });

  it.each([
    ['2026-06', '2026-06-01 2026-06-30'],
    ['2026-07', '2026-07-01 2026-07-25'],
    ['2026-09', '2026-08-26 2026-09-25'],
    ['2026-10', '2026-09-26 2026-10-30'],
    ['2026-Q3', '2026-07-01 2026-09-25'],
    ['2026', '2026-01-01 2026-12-31'],
  ])('months before it keep their days: %s is %s', (key, span) => {
    expect(days(changed.span(named(key)))).toBe(span);
  });
});

describe('closing', () => {
  it.each<[CutOffRule, string, string]>([
    ['月末', '2026-05', '2026-05-29'],
    ['最后工作日', '2026-05', '2026-05-29'],
    ['25日', '2026-06', '2026-06-25'],
    ['25日', '2026-07', '2026-07-27'],
    ['25日', '2026-12', '2026-12-25'],
    ['28日', '2026-02', '2026-02-28'],
  ])('%s: the books of %s close on %s', (rule, key, day) => {
    const found = books(rule);
    expect(found.closingOf(named(key))).toBe(day);
    expect(found.closingOn(date(day))?.key).toBe(key);
    expect(found.nextClosing(date(day)).month.key).toBe(key);
    expect(found.nextClosing(addDays(date(day), 1)).month.key).not.toBe(key);
  });

  it('a closing that moved past a day off is still that month’s', () => {
    expect(books('25日').nextClosing(date('2026-07-26'))).toMatchObject({
      day: '2026-07-27',
      month: { key: '2026-07' },
    });
    expect(books('25日').closingOn(date('2026-07-25'))).toBeNull();
  });
});

const anyBooks = fc
  .record({
    first: fc.constantFrom<CutOffRule>('月末', '最后工作日', '1日', '10日', '25日', '28日'),
    next: fc.constantFrom<CutOffRule>('月末', '最后工作日', '5日', '25日'),
    from: fc.constantFrom('2025-03', '2026-01', '2026-07'),
    taskYearMonth: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ first, next, from, taskYearMonth }) =>
    booksOf({
      monthCutOffs: [
        { from: '', rule: first },
        { from, rule: next },
      ],
      taskYearMonth,
      calendarOverrides: {},
    }),
  );
const anyDay = fc.integer({ min: 0, max: 1500 }).map((step) => addDays(date('2024-01-01'), step));

describe('books without gap or overlap', () => {
  it('each day is in exactly one month, quarter, half and year, which follow each other', () => {
    fc.assert(
      fc.property(
        anyBooks,
        anyDay,
        fc.constantFrom<BookedKind>('month', 'quarter', 'half', 'year'),
        (own, day, kind) => {
          const period = own.holding(kind, day);
          expect(period.from <= day && day <= period.to).toBe(true);
          expect(own.span(named(period.key))).toEqual(period);
          const before = own.before(period);
          expect(addDays(before.to, 1)).toBe(period.from);
          expect(own.holding(kind, before.from)).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a task year is twelve months', () => {
    fc.assert(
      fc.property(anyBooks, anyDay, (own, day) => {
        const { year, from, month } = own.taskYear(day);
        const whole = own.span(named(String(year)));
        expect(whole.from).toBe(from);
        expect(whole.to >= day && month >= 1 && month <= 12).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
