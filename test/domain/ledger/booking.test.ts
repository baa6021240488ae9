import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { bookingOf } from '../../../src/domain/ledger/booking.ts';

const closed = (day: string | null) => (day === null ? null : date(day));

describe('booked by the day it happened', () => {
  it.each([
    ['2026-05-31', null, '2026-05-31', false],
    ['2026-06-01', '2026-05-31', '2026-06-01', false],
    ['2026-05-31', '2026-05-31', '2026-06-01', true],
    ['2026-01-15', '2026-05-31', '2026-06-01', true],
    ['2025-12-31', '2025-12-31', '2026-01-01', true],
    ['2026-06-25', '2026-06-25', '2026-06-26', true],
    ['2026-06-26', '2026-06-25', '2026-06-26', false],
  ])(
    'what happened on %s with the books closed to %s counts on %s, late: %s',
    (occurredOn, closedTo, bookedOn, late) => {
      const rule = { booking: '发生日期', closedTo: closed(closedTo) } as const;
      expect(bookingOf(date(occurredOn), date('2026-07-03'), rule)).toEqual({ bookedOn, late });
    },
  );
});

describe('booked by the day it was verified', () => {
  it.each([
    ['2026-05-31', '2026-06-10', null, '2026-06-10'],
    ['2026-05-31', '2026-06-10', '2026-05-31', '2026-06-10'],
    ['2026-06-20', '2026-06-22', '2026-06-25', '2026-06-26'],
    ['2026-06-20', '2026-06-26', '2026-06-25', '2026-06-26'],
  ])(
    'what happened on %s and was verified on %s, closed to %s, counts on %s and is never 补报',
    (happened, verified, closedTo, bookedOn) => {
      const rule = { booking: '核实日期', closedTo: closed(closedTo) } as const;
      expect(bookingOf(date(happened), date(verified), rule)).toEqual({ bookedOn, late: false });
    },
  );
});
