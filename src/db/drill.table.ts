import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';

/** A row of `drills`. */
export interface DrillRow {
  org_id: Generated<number>;
  id: number;
  kind: '培训' | '比武';
  name: string;
  from_on: CalendarDate;
  to_on: CalendarDate;
  person_id: number;
  award: string | null;
  recorded_by: number;
  version: Generated<number>;
}
