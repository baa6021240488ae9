import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';

/** A row of `reviews`. */
export interface ReviewRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  due_on: CalendarDate;
  asked_by: number;
  asked_at: Date;
  closed_at: Date | null;
  version: Generated<number>;
}

/** A row of `review_opinions`. */
export interface ReviewOpinionRow {
  org_id: Generated<number>;
  id: number;
  review_id: number;
  unit_id: number;
  verdict: '同意' | '有条件同意' | '不同意' | null;
  words: string | null;
  said_by: number | null;
  said_at: Date | null;
  version: Generated<number>;
}
