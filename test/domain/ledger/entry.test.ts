import { expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { checkEntryDay } from '../../../src/domain/ledger/entry.ts';

const today = date('2026-06-12');

it.each(['2026-06-12', '2026-01-01', '2000-01-01'])('an entry of %s is taken', (day) => {
  expect(() => checkEntryDay(date(day), today)).not.toThrow();
});

it.each([
  ['2026-06-13', 'date.future'],
  ['1999-12-31', 'date.too-old'],
])('an entry of %s is refused as %s', (day, code) => {
  expect(() => checkEntryDay(date(day), today)).toThrow(expect.objectContaining({ code }));
});
