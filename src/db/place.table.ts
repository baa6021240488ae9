import type { Generated } from 'kysely';
import type { Decimal } from '../domain/money/decimal.ts';

/** A row of `places`. */
export interface PlaceRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  kind: '土地' | '厂房' | '存量';
  unit_id: number | null;
  land_mu: Decimal | null;
  plant_m2: number | null;
  price: string | null;
  chains: Generated<string[]>;
  terms: Generated<string[]>;
  closed: Generated<boolean>;
  version: Generated<number>;
}

/** A row of `place_uses`. */
export interface PlaceUseRow {
  org_id: Generated<number>;
  id: number;
  place_id: number;
  project_id: number;
  land_mu: Decimal;
  given_by: number;
  given_at: Date;
  ended_at: Date | null;
  version: Generated<number>;
}
