import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Verification } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** 到位资金, 固定资产投资完成额, 实际使用外资, 税收, 产值, 进出口. */
export type EntryKind = 'funds' | 'fixed-assets' | 'foreign-capital' | 'tax' | 'output' | 'trade';

/** The ledgers in Chinese, the command that writes them, and their unit. */
export const ENTRY_KINDS: Readonly<
  Record<EntryKind, { readonly name: string; readonly word: string; readonly unit: '万元' | '万美元' }>
> = {
  funds: { name: '到位资金', word: '到位', unit: '万元' },
  'fixed-assets': { name: '固定资产投资', word: '固投', unit: '万元' },
  'foreign-capital': { name: '实际使用外资', word: '外资', unit: '万美元' },
  tax: { name: '税收', word: '税收', unit: '万元' },
  output: { name: '产值', word: '产值', unit: '万元' },
  trade: { name: '进出口', word: '进出口', unit: '万美元' },
};

/** Where an entry stands: as a stage move, or reversed. */
export type EntryState = Verification | 'reversed';

/** One line of a money ledger: never edited; a mistake is reversed by a second, negative line. */
export interface Entry {
  readonly id: number;
  readonly projectId: number;
  readonly kind: EntryKind;
  /** In the kind's unit; negative for a reversal. */
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
  readonly voucher: string | null;
  readonly note: string | null;
  /** The unit responsible on that day. */
  readonly unitId: number | null;
  readonly state: EntryState;
  readonly reversesId: number | null;
  readonly reportedBy: number;
  readonly reportedAt: Instant;
  readonly verifiedBy: number | null;
  readonly returnedReason: string | null;
  readonly bookedOn: CalendarDate | null;
  readonly late: boolean;
  readonly version: number;
}

/** "L12". */
export const entryNumber = (entry: Pick<Entry, 'id'>): string => `L${entry.id}`;

/** Refuses an entry of the future, or from before this work could have happened ("date.future", "date.too-old"). */
export function checkEntryDay(occurredOn: CalendarDate, today: CalendarDate): void {
  if (occurredOn > today) throw new Refusal('date.future', { text: occurredOn });
  if (occurredOn < '2000-01-01') throw new Refusal('date.too-old', { text: occurredOn });
}
