import { expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { type Expected, standingOf, totalsOf } from '../../../src/domain/ledger/expected.ts';
import { decimal } from '../../../src/domain/money/decimal.ts';

const row = (more: Partial<Expected>): Expected => ({
  id: 1,
  projectId: 1,
  projectName: '甲',
  unitId: null,
  unitName: null,
  kind: 'funds',
  month: date('2026-06-01'),
  amount: decimal('1000'),
  likelihood: null,
  arrived: decimal('0'),
  ...more,
});

it.each([
  ['nothing of it came and its month runs', {}, 'due'],
  ['nothing of it came and its month is over', { month: date('2026-05-01') }, 'late'],
  ['part of it came', { arrived: decimal('999.99') }, 'due'],
  ['it came whole, even early', { arrived: decimal('1000'), month: date('2026-05-01') }, 'come'],
] as const)('%s', (_, more, standing) => {
  expect(standingOf(row(more), date('2026-06-30'))).toBe(standing);
});

it('sums go by month and ledger, weighed by likelihood to the last digit', () => {
  const rows = [
    row({ month: date('2026-07-01'), likelihood: 33, amount: decimal('100.01') }),
    row({ likelihood: 80 }),
    row({ amount: decimal('500') }),
    row({ kind: 'foreign-capital', amount: decimal('200'), arrived: decimal('50') }),
  ];
  expect(totalsOf(rows)).toEqual([
    { kind: 'funds', month: '2026-06-01', amount: '1500', weighed: '1300', arrived: '0' },
    { kind: 'foreign-capital', month: '2026-06-01', amount: '200', weighed: '200', arrived: '50' },
    { kind: 'funds', month: '2026-07-01', amount: '100.01', weighed: '33.0033', arrived: '0' },
  ]);
});
