import { expect, test } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { readPeriod } from '../../src/reading/period.ts';

test.each([
  ['5月', '2026-05'],
  ['1-5月', '2026-1..5'],
  ['2025年1—11月累计', '2025-1..11'],
  ['1至5月份', '2026-1..5'],
  ['11月', '2025-11'],
  ['上半年', '2026-H1'],
  ['二季度', '2026-Q2'],
  ['去年前三季度', '2025-1..9'],
  ['前两个季度', '2026-1..6'],
  ['2026-W23', '2026-W23'],
  ['去年', '2025'],
  ['今天', undefined],
])('%s is %s in June 2026', (text, key) => {
  expect(readPeriod(text, date('2026-06-10'))?.period.key).toBe(key);
});
