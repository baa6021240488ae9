import type { CalendarDate } from '../calendar/date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { EntryKind, EntryState } from './entry.ts';

/** A line of a ledger with the names that a sheet shows. */
export interface LedgerLine {
  readonly id: number;
  readonly kind: EntryKind;
  readonly projectId: number;
  readonly projectName: string;
  readonly unitName: string | null;
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
  readonly voucher: string | null;
  readonly note: string | null;
  readonly state: EntryState;
  readonly reversesId: number | null;
  readonly bookedOn: CalendarDate | null;
  readonly late: boolean;
  readonly reportedBy: string | null;
  readonly verifiedBy: string | null;
}
