import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import type { DefaultedJsonColumn, JsonColumn, NullableJsonColumn } from './json-column.ts';

/** A row of `projects`. */
export interface ProjectRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  investor: string | null;
  investor_key: string | null;
  credit_code: string | null;
  chain: string | null;
  chain_node: string | null;
  industry: string | null;
  investment_wan: Decimal | null;
  investment_max_wan: Decimal | null;
  approximate: Generated<boolean>;
  agreement_wan: Decimal | null;
  fixed_assets_plan_wan: Decimal | null;
  foreign_plan_wan_usd: Decimal | null;
  other_currency: NullableJsonColumn;
  foreign_funded: Generated<boolean>;
  project_type: Generated<string>;
  investor_region: string | null;
  origin: 'local' | 'province' | 'outside' | 'overseas' | null;
  land_mu: Decimal | null;
  plant_area_m2: Decimal | null;
  jobs: number | null;
  output_wan: Decimal | null;
  tax_wan: Decimal | null;
  source_method: string | null;
  referrer: string | null;
  site: string | null;
  next_step: string | null;
  next_step_on: CalendarDate | null;
  unit_id: number | null;
  leader: string | null;
  team: string | null;
  plan: string | null;
  service_officer: string | null;
  tags: Generated<string[]>;
  key_project: Generated<boolean>;
  stage: string;
  stage_state: Generated<'reported' | 'verified' | 'returned'>;
  stage_on: CalendarDate;
  lost_reason: string | null;
  lost_to: string | null;
  likelihood: number | null;
  expected_on: CalendarDate | null;
  expected_stage: string | null;
  first_unit_id: number | null;
  first_reported_by: number | null;
  first_reported_at: Date;
  protected_from: Date;
  last_progress_on: CalendarDate;
  warned_on: CalendarDate | null;
  pool_since: CalendarDate | null;
  pool_from_unit_id: number | null;
  adjudication: Generated<'clear' | 'pending' | 'refused'>;
  duplicate_of: number | null;
  secret_to: number[] | null;
  secret: NullableJsonColumn;
  version: Generated<number>;
}

/** A row of `project_contacts`. */
export interface ProjectContactRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  name: string | null;
  title: string | null;
  mobile: string | null;
  version: Generated<number>;
}

/** A row of `project_events`. */
export interface ProjectEventRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  kind: 'stage' | 'void' | 'progress' | 'claim' | 'hand-over' | 'release' | 'amend';
  from_stage: string | null;
  to_stage: string | null;
  agreement_wan: Decimal | null;
  occurred_on: CalendarDate;
  note: string | null;
  evidence: DefaultedJsonColumn;
  unit_id: number | null;
  state: Generated<'reported' | 'verified' | 'returned'>;
  reported_by: number | null;
  reported_at: Date;
  verified_by: number | null;
  verified_at: Date | null;
  returned_reason: string | null;
  booked_on: CalendarDate | null;
  late: Generated<boolean>;
  version: Generated<number>;
}

/** A row of `evidence`. */
export interface EvidenceRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  event_id: number | null;
  entry_id: number | null;
  file_id: string;
  sha256: string;
  label: string | null;
  added_by: number;
  added_at: Date;
  version: Generated<number>;
}

/** A row of `project_shares`. */
export interface ProjectShareRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  unit_id: number;
  share: Decimal;
  from_on: CalendarDate;
  to_on: CalendarDate | null;
  version: Generated<number>;
}

/** A row of `transfers`. */
export interface TransferRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  from_unit_id: number;
  to_unit_id: number;
  from_share: Decimal;
  years: number | null;
  reason: string | null;
  state: Generated<'proposed' | 'accepted' | 'done' | 'refused'>;
  proposed_by: number;
  proposed_at: Date;
  accepted_by: number | null;
  accepted_at: Date | null;
  decided_by: number | null;
  decided_at: Date | null;
  refused_reason: string | null;
  version: Generated<number>;
}

/** A row of `evaluations`. */
export interface EvaluationRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  verdict: string;
  passes: number;
  veto: string | null;
  inputs: JsonColumn;
  evaluated_by: number;
  evaluated_at: Date;
  version: Generated<number>;
}

/** A row of `reward_payments`. */
export interface RewardPaymentRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  amount_yuan: string;
  paid_on: CalendarDate;
  note: string | null;
  notice_id: number | null;
  recorded_by: number;
  recorded_at: Date;
  version: Generated<number>;
}

/** A row of `reward_notices`. */
export interface RewardNoticeRow {
  org_id: Generated<number>;
  id: number;
  project_id: number;
  from_on: CalendarDate;
  to_on: CalendarDate;
  upto_yuan: string;
  recorded_by: number;
  recorded_at: Date;
  version: Generated<number>;
}
