import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';

/** A row of `tasks`. */
export interface TaskRow {
  org_id: Generated<number>;
  id: number;
  title: string;
  detail: string | null;
  project_id: number | null;
  source: Generated<string>;
  from_person_id: number;
  unit_id: number | null;
  person_id: number | null;
  helpers: Generated<number[]>;
  due_on: CalendarDate;
  due_time: string | null;
  urgent: Generated<boolean>;
  state: Generated<'unsigned' | 'doing' | 'checking' | 'done' | 'cancelled'>;
  created_at: Date;
  signed_by: number | null;
  signed_at: Date | null;
  finished_at: Date | null;
  checked_at: Date | null;
  extension_to: CalendarDate | null;
  extension_reason: string | null;
  redos: Generated<number>;
  urged_at: Date | null;
  version: Generated<number>;
}

/** A row of `task_notes`. */
export interface TaskNoteRow {
  org_id: Generated<number>;
  id: number;
  task_id: number;
  kind: string;
  person_id: number | null;
  text: string | null;
  at: Date;
  version: Generated<number>;
}

/** A row of `problems`. */
export interface ProblemRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  text: string;
  kind: Generated<string>;
  unit_id: number | null;
  due_on: CalendarDate;
  level: string | null;
  measure: string | null;
  answer: string | null;
  meetings: Generated<number>;
  state: Generated<'open' | 'solved'>;
  reported_by: number;
  reported_at: Date;
  solved_by: number | null;
  solved_at: Date | null;
  version: Generated<number>;
}

/** A row of `ladder_rungs`. */
export interface LadderRungRow {
  org_id: Generated<number>;
  subject: string;
  rung: string;
  sent_at: Date;
}

/** A row of `activities`. */
export interface ActivityRow {
  org_id: Generated<number>;
  id: number;
  kind: string;
  from_on: CalendarDate;
  to_on: CalendarDate;
  half_days: number | null;
  regions: Generated<string[]>;
  leader: string | null;
  leader_level: string | null;
  leader_id: number | null;
  members: Generated<string[]>;
  companies: Generated<string[]>;
  chain: string | null;
  outcome: string | null;
  unit_id: number | null;
  projects: Generated<number[]>;
  reported_by: number;
  reported_at: Date;
  version: Generated<number>;
}

/** A row of `meetings`. */
export interface MeetingRow {
  org_id: Generated<number>;
  id: number;
  title: string;
  held_on: CalendarDate;
  activity_id: number | null;
  tasks: number[];
  noted_by: number;
  noted_at: Date;
  version: Generated<number>;
}

/** A row of `broadcasts`. */
export interface BroadcastRow {
  org_id: Generated<number>;
  id: number;
  text: string;
  sent_by: number;
  sent_at: Date;
  units: number[];
  chased_at: Date | null;
  version: Generated<number>;
}

/** A row of `broadcast_receipts`. */
export interface BroadcastReceiptRow {
  org_id: Generated<number>;
  id: number;
  broadcast_id: number;
  unit_id: number;
  step: 'read' | 'reported' | 'arranged';
  person_id: number;
  at: Date;
  version: Generated<number>;
}
