import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Risk, Strength } from '../domain/project/diligence.ts';

/** A row of `diligences`. */
export interface DiligenceRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  strength: Strength;
  risk: Risk;
  words: string | null;
  source: string | null;
  checked_on: CalendarDate;
  checked_by: number;
  version: Generated<number>;
}
