import type { Generated } from 'kysely';
import type { Cadence } from '../domain/activity/event.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';

/** A row of `events`. */
export interface EventRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  from_on: CalendarDate;
  to_on: CalendarDate;
  place: string | null;
  unit_id: number | null;
  every: Cadence | null;
  tasks: Generated<number[]>;
  result: string | null;
  result_by: number | null;
  result_at: Date | null;
  cancelled: Generated<boolean>;
  made_by: number;
  made_at: Date;
  version: Generated<number>;
}

/** A row of `event_scores`. */
export interface EventScoreRow {
  org_id: Generated<number>;
  id: number;
  event_id: number;
  project_id: number;
  person_id: number;
  score: Decimal;
  words: string | null;
  version: Generated<number>;
}
