import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';

/** A row of `commitments`. */
export interface CommitmentRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  text: string;
  unit_id: number | null;
  due_on: CalendarDate;
  review_number: string | null;
  state: Generated<'open' | 'kept'>;
  made_by: number;
  made_at: Date;
  kept_on: CalendarDate | null;
  evidence: string | null;
  kept_by: number | null;
  kept_at: Date | null;
  version: Generated<number>;
}

/** A row of `requests`. */
export interface RequestRow {
  org_id: Generated<number>;
  id: number;
  company: string;
  project_id: number | null;
  text: string;
  kind: Generated<string>;
  unit_id: number | null;
  due_on: CalendarDate;
  state: Generated<'raised' | 'handling' | 'closed'>;
  raised_by: number;
  raised_at: Date;
  accepted_by: number | null;
  accepted_at: Date | null;
  progress: string | null;
  answer: string | null;
  closed_by: number | null;
  closed_at: Date | null;
  rating: number | null;
  rating_words: string | null;
  rated_by: number | null;
  rated_at: Date | null;
  version: Generated<number>;
}

/** A row of `problem_meetings`. */
export interface ProblemMeetingRow {
  org_id: Generated<number>;
  id: number;
  problem_id: number;
  held_on: CalendarDate;
  text: string | null;
  noted_by: number;
  noted_at: Date;
  version: Generated<number>;
}
