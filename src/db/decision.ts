import type { CalendarDate } from '../domain/calendar/date.ts';

/** What the second person decides on a reported move or entry, and where a verified one is booked. */
export interface Decision {
  readonly state: 'verified' | 'returned';
  readonly verifiedBy: number;
  readonly verifiedAt: Date;
  readonly reason?: string;
  readonly bookedOn?: CalendarDate;
  readonly late?: boolean;
}

/** The columns of a decision, the same in `entries` and `project_events`. */
export const decisionColumns = (decision: Decision) => ({
  state: decision.state,
  verified_by: decision.verifiedBy,
  verified_at: decision.verifiedAt,
  returned_reason: decision.reason ?? null,
  booked_on: decision.bookedOn ?? null,
  late: decision.late ?? false,
});
