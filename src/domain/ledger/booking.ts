import { addMonths, type CalendarDate, date } from '../calendar/date.ts';

/** The day on which something counts, and whether it came after its month was closed (补报). */
export interface Booking {
  readonly bookedOn: CalendarDate;
  readonly late: boolean;
}

/**
 * When a verified entry or stage move counts: on the day it happened while that month is open; else on the first day of
 * the month after the last closed one, marked 补报, so that a published figure never changes behind anyone's back.
 * `lastClosed` is the latest closed month ("2026-05") or null.
 */
export function bookingOf(occurredOn: CalendarDate, lastClosed: string | null): Booking {
  if (lastClosed === null || occurredOn.slice(0, 7) > lastClosed) return { bookedOn: occurredOn, late: false };
  return { bookedOn: addMonths(date(`${lastClosed}-01`), 1), late: true };
}
