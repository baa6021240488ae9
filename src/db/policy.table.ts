import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';

/** A row of `policies`. */
export interface PolicyRow {
  org_id: Generated<number>;
  id: number;
  title: string;
  kind: string;
  gives: string;
  chains: Generated<string[]>;
  types: Generated<string[]>;
  least_wan: Decimal | null;
  source: string | null;
  valid_to: CalendarDate | null;
  file_id: string | null;
  closed: Generated<boolean>;
  version: Generated<number>;
}
