import { expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { bookingOf } from '../../../src/domain/ledger/booking.ts';

it.each([
  ['2026-05-31', null, '2026-05-31', false],
  ['2026-06-01', '2026-05', '2026-06-01', false],
  ['2026-05-31', '2026-05', '2026-06-01', true],
  ['2026-01-15', '2026-05', '2026-06-01', true],
  ['2025-12-31', '2025-12', '2026-01-01', true],
])('what happened on %s with %s closed counts on %s, late: %s', (occurredOn, lastClosed, bookedOn, late) => {
  expect(bookingOf(date(occurredOn), lastClosed)).toEqual({ bookedOn, late });
});
