import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { spansWithout, wholeMonths } from '../../../src/domain/calendar/span.ts';

const span = (text: string) => {
  const [from = '', to = ''] = text.split('..');
  return { from: date(from), to: date(to) };
};

describe('the whole months of a span', () => {
  it.each([
    ['2026-01-01..2026-03-31', '2026-01 2026-02 2026-03'],
    ['2026-01-02..2026-03-30', '2026-02'],
    ['2025-12-01..2026-01-31', '2025-12 2026-01'],
    ['2026-02-01..2026-02-27', ''],
    ['2026-06-10..2026-06-20', ''],
  ])('%s: %s', (days, months) => {
    expect(wholeMonths(span(days)).join(' ')).toBe(months);
  });
});

describe('what is left of a span without some of its months', () => {
  it.each([
    ['2026-01-01..2026-03-31', '', '2026-01-01..2026-03-31'],
    ['2026-01-01..2026-03-31', '2026-01 2026-02', '2026-03-01..2026-03-31'],
    ['2026-01-01..2026-03-31', '2026-02', '2026-01-01..2026-01-31 2026-03-01..2026-03-31'],
    ['2026-01-15..2026-03-31', '2026-02 2026-03', '2026-01-15..2026-01-31'],
    ['2026-01-01..2026-02-28', '2026-01 2026-02', ''],
  ])('%s without %s: %s', (days, months, rest) => {
    const left = spansWithout(span(days), months.split(' ').filter(Boolean));
    expect(left.map(({ from, to }) => `${from}..${to}`).join(' ')).toBe(rest);
  });
});
