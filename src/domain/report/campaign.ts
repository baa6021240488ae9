import { type CalendarDate, daysBetween } from '../calendar/date.ts';
import type { Item, Scheme } from '../scoring/scheme.ts';

/** 攻坚: a stretch of days (both included) with a board and a countdown of its own. */
export interface Campaign {
  readonly id: number;
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The board it goes by (方案); null: {@link CAMPAIGN_SCHEME}. */
  readonly board: string | null;
  readonly cadence: 'daily' | 'weekly';
}

/** Where a campaign stands on a day: of how many days which one, and how many are left after it. */
export interface Countdown {
  readonly days: number;
  /** 0 before it begins, `days` once it is over. */
  readonly day: number;
  readonly left: number;
}

/** Counts both ends: 10 May to 17 August is 100 days (conventions, section 5). */
export function countdownOf({ from, to }: Pick<Campaign, 'from' | 'to'>, today: CalendarDate): Countdown {
  const days = daysBetween(from, to) + 1;
  const day = Math.min(days, Math.max(0, daysBetween(from, today) + 1));
  return { days, day, left: days - day };
}

const WEIGHTS = { signed_count: 25, signed_amount: 25, funds: 30, started_count: 20 } as const;
const NAMES = {
  signed_count: '新签约',
  signed_amount: '签约金额',
  funds: '到位资金',
  started_count: '新开工',
} as const;

/** What a campaign goes by when no board is named: what was won in its days, each against the best of the group. */
export const CAMPAIGN_SCHEME: Scheme = {
  id: 'default-campaign',
  title: '攻坚竞赛办法',
  version: 1,
  items: (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).map(
    (field): Item => ({
      id: NAMES[field],
      full: WEIGHTS[field],
      rule: {
        kind: 'completion',
        actual: field,
        target: { kind: 'pool', do: 'max', value: field, within: 'group' },
      },
    }),
  ),
  rank: { by: [{ value: 'total' }, { value: 'funds' }], within: 'group', ties: 'skip' },
  show: { total: { places: 2 }, signed_count: { places: 0 }, funds: { places: 0 } },
};
