import type { Instant } from '../calendar/date.ts';
import type { Decimal } from '../money/decimal.ts';

/**
 * A project that moves to another unit with the credit shared from then on (domain.md section 2: confirmed by both sides
 * and by staff). `fromShare` is what the first unit keeps, 0 to 1; the other takes the rest.
 */
export interface Transfer {
  readonly id: number;
  readonly projectId: number;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly fromShare: Decimal;
  /** The credit is shared for so many years from the day it is approved, then wholly the other unit's; null: for good. */
  readonly years: number | null;
  readonly reason: string | null;
  readonly state: 'proposed' | 'accepted' | 'done' | 'refused';
  readonly proposedBy: number;
  readonly proposedAt: Instant;
  readonly acceptedBy: number | null;
}
