import { addDays, type CalendarDate } from '../calendar/date.ts';

/** The day on which something counts, and whether it came after its month was closed (补报). */
export interface Booking {
  readonly bookedOn: CalendarDate;
  readonly late: boolean;
}

/** What decides on which day a record counts (入账口径), and the last day of the books that are closed; null: none are. */
export interface BookingRule {
  readonly booking: '发生日期' | '核实日期';
  readonly closedTo: CalendarDate | null;
}

/**
 * When a verified entry or stage move counts. By 发生日期: on the day it happened while that month is open; else on the
 * first day of the oldest open month, marked 补报, so that a published figure never changes behind anyone's back. By
 * 核实日期: on the day it is verified; where the books of that day are closed already, on the first open day. Never before
 * it happened.
 */
export function bookingOf(
  occurredOn: CalendarDate,
  verifiedOn: CalendarDate,
  { booking, closedTo }: BookingRule,
): Booking {
  const byEvent = booking === '发生日期';
  const day = byEvent ? occurredOn : verifiedOn;
  if (closedTo === null || day > closedTo) return { bookedOn: day, late: false };
  return { bookedOn: addDays(closedTo, 1), late: byEvent };
}
