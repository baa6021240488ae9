import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import type { FirmState } from '../domain/target-firm/target-firm.ts';

/** A row of `offers`. */
export interface OfferRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  chain: string | null;
  sought_wan: Decimal | null;
  site: string | null;
  contact: string | null;
  summary: string | null;
  unit_id: number | null;
  closed: Generated<boolean>;
  version: Generated<number>;
}

/** A row of `offer_pitches`. */
export interface OfferPitchRow {
  org_id: Generated<number>;
  id: number;
  offer_id: number;
  company: string;
  pitched_on: CalendarDate;
  pitched_by: number;
  project_id: number | null;
  version: Generated<number>;
}

/** A row of `target_firms`. */
export interface TargetFirmRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  ranks: Generated<string[]>;
  chain: string | null;
  node: string | null;
  region: string | null;
  unit_id: number | null;
  keeper_id: number;
  state: Generated<FirmState>;
  touched_on: CalendarDate | null;
  last_words: string | null;
  plan: string | null;
  project_id: number | null;
  version: Generated<number>;
}
