import { type CalendarDate, daysBetween, type Instant } from '../calendar/date.ts';
import { Refusal } from '../refusal.ts';

/** The kinds of activities (domain.md section 3). */
export const ACTIVITY_KINDS = [
  '外出招商',
  '来访接待',
  '推介会',
  '签约仪式',
  '走访企业',
  '恳谈会',
  '企业服务日',
  '商协会对接',
] as const;

/** The kind of an activity. */
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Who led, as the assessment sorts it. */
const LEADER_LEVELS = ['党政主要领导', '分管领导', '部门负责人', '招商人员'] as const;

/** The level of who led. */
export type LeaderLevel = (typeof LEADER_LEVELS)[number];

/** A trip, a reception, an event. Both days included. */
export interface Activity {
  readonly id: number;
  readonly kind: ActivityKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Half days spent, when said ("半天" = 1); null: every workday from `from` to `to` counts whole. */
  readonly halfDays: number | null;
  readonly regions: readonly string[];
  readonly leader: string | null;
  readonly leaderLevel: LeaderLevel | null;
  readonly leaderId: number | null;
  readonly members: readonly string[];
  readonly companies: readonly string[];
  readonly chain: string | null;
  readonly outcome: string | null;
  readonly unitId: number | null;
  readonly projects: readonly number[];
  readonly reportedBy: number;
  readonly reportedAt: Instant;
  readonly version: number;
}

/** "H7". */
export const activityNumber = (activity: Pick<Activity, 'id'>): string => `H${activity.id}`;

/** How many activities of each kind; kinds without any are left out. */
export function countByKind(activities: readonly Pick<Activity, 'kind'>[]): ReadonlyMap<ActivityKind, number> {
  const counts = new Map<ActivityKind, number>();
  for (const { kind } of activities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Refuses ("activity.days") days that run backwards, last more than a year, or lie more than ten years from today. */
export function checkDays({ from, to }: Pick<Activity, 'from' | 'to'>, today: CalendarDate): void {
  const lasts = daysBetween(from, to);
  const away = Math.abs(daysBetween(today, from));
  if (lasts < 0 || lasts > 366 || away > 3660) throw new Refusal('activity.days', { from, to });
}
