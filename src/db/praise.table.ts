import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';

/** A row of `praises`. */
export interface PraiseRow {
  org_id: Generated<number>;
  id: number;
  person_id: number | null;
  unit_id: number | null;
  text: string;
  praised_on: CalendarDate;
  by_id: number;
  at: Date;
  version: Generated<number>;
}
