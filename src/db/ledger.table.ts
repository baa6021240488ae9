import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import type { JsonColumn } from './json-column.ts';

/** A row of `entries`. */
export interface EntryRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  kind: 'funds' | 'fixed-assets' | 'foreign-capital' | 'tax' | 'output' | 'trade';
  amount: Decimal;
  occurred_on: CalendarDate;
  voucher: string | null;
  note: string | null;
  unit_id: number | null;
  outside: Generated<boolean>;
  state: Generated<'reported' | 'verified' | 'returned' | 'reversed'>;
  reverses_id: number | null;
  reported_by: number;
  reported_at: Date;
  verified_by: number | null;
  verified_at: Date | null;
  returned_reason: string | null;
  booked_on: CalendarDate | null;
  late: Generated<boolean>;
  version: Generated<number>;
}

/** A row of `closings`. */
export interface ClosingRow {
  org_id: Generated<number>;
  month: string;
  cut_off: Date;
  closed_at: Date;
}

/** A row of `targets`. */
export interface TargetRow {
  org_id: Generated<number>;
  id: number;
  unit_id: number;
  metric: string;
  year: number;
  annual: Decimal;
  quarters: Decimal[] | null;
  version: Generated<number>;
}

/** A row of `schemes`. */
export interface SchemeRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  edition: number;
  body: JsonColumn;
  active_from: CalendarDate;
  draft: Generated<boolean>;
  ends_on: CalendarDate | null;
  created_at: Date;
  version: Generated<number>;
}

/** A row of `reports`. */
export interface ReportRow {
  org_id: Generated<number>;
  id: number;
  kind: string;
  period: string;
  edition: Generated<number>;
  scheme_id: number | null;
  cut_off: Date;
  inputs: JsonColumn;
  model: JsonColumn;
  hash: string;
  published_at: Date;
  corrects_id: number | null;
  correction: string | null;
  version: Generated<number>;
}

/** A row of `report_files`. */
export interface ReportFileRow {
  org_id: Generated<number>;
  report_id: number;
  name: string;
  file_id: string;
  alt: string | null;
}

/** A row of `kept_months`: a copy of what the month's rows add up to. */
export interface KeptMonthRow {
  org_id: Generated<number>;
  month: string;
  known_at: Date | null;
  facts: JsonColumn;
}
