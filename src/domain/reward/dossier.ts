import type { CalendarDate } from '../calendar/date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { LayeredReward } from './layers.ts';
import type { RewardNotice } from './notice.ts';
import type { Referrer } from './split.ts';

/** A referred project with what its reward is made of. Money in 万元, `paid` in 元. */
export interface ReferredProject {
  readonly id: number;
  readonly name: string;
  readonly investor: string | null;
  readonly referrer: string;
  readonly unit: string | null;
  readonly plan: Decimal | null;
  readonly projectType: string;
  readonly stage: string;
  readonly site: string | null;
  /** When the lead was first reported: the referral is on file since then. */
  readonly reportedOn: CalendarDate;
  /** Verified so far. */
  readonly fixedDone: Decimal;
  readonly funds: Decimal;
  /** Stages whose moves are verified. */
  readonly milestones: readonly string[];
  /** When production was verified to have begun; null before. */
  readonly producingOn: CalendarDate | null;
  readonly paid: Decimal;
  /** The last public notice of its reward; null where there was none. */
  readonly notice: RewardNotice | null;
}

/** The reward of one project: 预计 (the whole, on what is verified so far), 应发 (due by its stages, not paid yet), 已发; in 元. */
export interface RewardDossier {
  readonly project: ReferredProject;
  readonly referrers: readonly Referrer[];
  readonly reward: LayeredReward;
  readonly due: string;
}

/** What one verified entry made accrue: the entry in 万元, the reward after it and the change in 元. */
export interface AccruedEntry {
  readonly number: string;
  readonly ledger: string;
  readonly occurredOn: CalendarDate;
  readonly amount: Decimal;
  readonly total: string;
  readonly change: string;
}
