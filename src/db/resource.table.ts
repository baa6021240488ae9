import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';

/** A row of `resources`. */
export interface ResourceRow {
  org_id: Generated<number>;
  id: number;
  kind: string;
  name: string;
  region: string | null;
  about: string | null;
  mobile: string | null;
  keeper_id: number;
  unit_id: number | null;
  touched_on: CalendarDate;
  last_words: string | null;
  closed: Generated<boolean>;
  version: Generated<number>;
}

/** A row of `expected_entries`. */
export interface ExpectedEntryRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  kind: 'funds' | 'fixed-assets' | 'foreign-capital';
  month: CalendarDate;
  amount: Decimal;
  likelihood: number | null;
  told_by: number;
  told_at: Date;
  dropped: Generated<boolean>;
  version: Generated<number>;
}
