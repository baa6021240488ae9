import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';

/** A row of `materials`. */
export interface MaterialRow {
  org_id: Generated<number>;
  id: number;
  title: string;
  link: string | null;
  file_id: string | null;
  uses: Generated<number>;
  closed: Generated<boolean>;
  version: Generated<number>;
}

/** A row of `effects`. */
export interface EffectRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  kind: string;
  amount: Decimal;
  told_on: CalendarDate;
  told_by: number;
  version: Generated<number>;
}

/** A row of `post_days`. */
export interface PostDayRow {
  org_id: Generated<number>;
  id: number;
  person_id: number;
  kept_on: CalendarDate;
  place: string;
  words: string | null;
  version: Generated<number>;
}
