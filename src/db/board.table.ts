import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';

/** A row of `campaigns`. */
export interface CampaignRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  from_on: CalendarDate;
  to_on: CalendarDate;
  board: string | null;
  cadence: Generated<'daily' | 'weekly'>;
  created_by: number;
  created_at: Date;
  version: Generated<number>;
}
