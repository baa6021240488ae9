import type { Generated } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';

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

/** A row of `objections`. */
export interface ObjectionRow {
  org_id: Generated<number>;
  id: number;
  period: string;
  unit_id: number;
  person_id: number;
  text: string;
  at: Date;
  verdict: 'upheld' | 'dismissed' | null;
  answer: string | null;
  answered_by: number | null;
  answered_at: Date | null;
  version: Generated<number>;
}

/** A row of `peer_figures`. */
export interface PeerFigureRow {
  org_id: Generated<number>;
  id: number;
  place: string;
  ours: Generated<boolean>;
  metric: string;
  period: string;
  value: Decimal;
  source: string | null;
  entered_by: number;
  entered_at: Date;
  version: Generated<number>;
}

/** A row of `pledges`. */
export interface PledgeRow {
  org_id: Generated<number>;
  id: number;
  unit_id: number;
  year: number;
  signatory: string;
  signed_on: CalendarDate;
  text: string | null;
  file_id: string | null;
  recorded_by: number;
  recorded_at: Date;
  version: Generated<number>;
}
