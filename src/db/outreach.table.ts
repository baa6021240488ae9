import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { DefaultedJsonColumn } from './json-column.ts';

/** A row of `successions`. */
export interface SuccessionRow {
  org_id: Generated<number>;
  id: number;
  from_person: number;
  to_person: number;
  reason: string | null;
  state: Generated<'asked' | 'done' | 'refused'>;
  asked_by: number;
  asked_at: Date;
  from_signed_by: number | null;
  from_signed_at: Date | null;
  to_signed_at: Date | null;
  moved: DefaultedJsonColumn;
  version: Generated<number>;
}

/** A row of `referrer_replies`. */
export interface ReferrerReplyRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  step: string;
  due_on: CalendarDate;
  replied_by: number | null;
  replied_at: Date | null;
  version: Generated<number>;
}

/** A row of `tips`. */
export interface TipRow {
  org_id: Generated<number>;
  id: number;
  text: string;
  sender_name: string | null;
  platform: string;
  workspace: string;
  sender_external_id: string;
  chat_id: number;
  given_at: Date;
  state: Generated<'new' | 'taken' | 'declined'>;
  project_id: number | null;
  answer: string | null;
  decided_by: number | null;
  decided_at: Date | null;
  version: Generated<number>;
}
