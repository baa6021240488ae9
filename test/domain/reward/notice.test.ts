import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { decimal } from '../../../src/domain/money/decimal.ts';
import { hasRun, noticeDays, releasedOf } from '../../../src/domain/reward/notice.ts';

const day = (text: string) => text as CalendarDate;

describe('a public notice', () => {
  it.each([
    ['from a Thursday over a weekend', '2026-06-11', '2026-06-17'],
    ['from a Saturday: counted from Monday', '2026-06-13', '2026-06-22'],
    ['over 端午 (19 June)', '2026-06-17', '2026-06-24'],
  ])('stands five workdays %s', (_, from, to) => {
    expect(noticeDays(workCalendar(), day(from))).toEqual({ from, to });
  });

  const notice = { id: 1, from: day('2026-06-11'), to: day('2026-06-17'), upTo: decimal('30000') };
  it('has run on the day after its last', () => {
    expect([
      hasRun(notice, day('2026-06-17')),
      hasRun(notice, day('2026-06-18')),
      hasRun(null, day('2026-06-18')),
    ]).toEqual([false, true, false]);
  });

  it.each([
    ['nothing while it stands', '0', '30000.00', '2026-06-17', '0.00'],
    ['what is due when it has run', '0', '20000.00', '2026-06-18', '20000.00'],
    ['no more than stood in it', '10000', '40000.00', '2026-06-18', '20000.00'],
    ['nothing where more was paid already', '30000.01', '5.00', '2026-06-18', '0.00'],
  ])('lets go %s', (_, paid, due, on, released) => {
    expect(releasedOf({ notice, paid: decimal(paid) }, due, day(on))).toBe(released);
  });

  it('lets nothing go without one', () => {
    expect(releasedOf({ notice: null, paid: decimal('0') }, '30000.00', day('2026-06-18'))).toBe('0.00');
  });
});
