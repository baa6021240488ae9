import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Amount } from '../money/decimal.ts';
import type { Standing, Verification } from './project.ts';

/** Something that happened to a project on a day: nothing is deleted, corrections are new events. */
export interface ProjectEvent {
  readonly id: number;
  readonly projectId: number;
  readonly kind: 'stage' | 'void' | 'progress' | 'claim' | 'hand-over' | 'release' | 'amend';
  readonly fromStage: Standing | null;
  readonly toStage: Standing | null;
  readonly agreement: Amount | null;
  readonly occurredOn: CalendarDate;
  readonly note: string | null;
  readonly unitId: number | null;
  readonly state: Verification;
  readonly reportedBy: number | null;
  readonly reportedAt: Instant;
  readonly verifiedBy: number | null;
  readonly returnedReason: string | null;
  readonly bookedOn: CalendarDate | null;
  readonly late: boolean;
}

/** Somebody on the investor's side. */
export interface ProjectContact {
  readonly id: number;
  readonly name: string | null;
  readonly title: string | null;
  readonly mobile: string | null;
}
