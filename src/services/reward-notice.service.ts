import { putRewardNotice } from '../db/reward.repository.ts';
import { addDays } from '../domain/calendar/date.ts';
import { addWorkdays, workdaysBetween } from '../domain/calendar/workday.ts';
import { add, compare, decimal } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { RewardDossier } from '../domain/reward/dossier.ts';
import { hasRun, noticeDays, type RewardNotice, releasedOf } from '../domain/reward/notice.ts';
import type { Acting } from './acting.ts';
import { rewards } from './reward.service.ts';
import type { OrgTx } from './transaction.ts';

/** Rewards put out for objections, and the days they stand. */
export interface Noticed {
  readonly dossiers: readonly RewardDossier[];
  readonly days: Pick<RewardNotice, 'from' | 'to'> & { readonly workdays: number };
}

/**
 * 奖励 公示: notes that what is due stands out over these days (five workdays from the next one where none are given), so
 * that it may be paid when they are over. What a notice that has run covers already is left out. Refusals
 * "reward.nothing-due", "reward.noticed".
 */
export async function noticeRewards(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'now' | 'today' | 'org' | 'calendar'>,
  project: Project | null,
  given: Pick<RewardNotice, 'from' | 'to'> | null,
): Promise<Noticed> {
  requireReach(acting.actor, 'verify', null);
  const { calendar, today, now } = acting;
  const ref = project && `X${project.id}`;
  const due = (await rewards(tx, acting, project)).filter((one) => compare(decimal(one.due), decimal('0')) > 0);
  if (due.length === 0) throw new Refusal('reward.nothing-due', { ref });
  const dossiers = due.filter((one) => releasedOf(one.project, one.due, today) !== one.due);
  if (dossiers.length === 0) throw new Refusal('reward.noticed', { ref });
  const first = given?.from ?? addWorkdays(calendar, today, 1);
  const days = given && given.to > given.from ? given : noticeDays(calendar, first);
  for (const {
    project: { id, paid, notice },
    due: sum,
  } of dossiers) {
    const wanted = { projectId: id, ...days, upTo: add(paid, decimal(sum)), by: acting.actor.personId, at: now };
    const same =
      notice && notice.from === days.from && notice.to === days.to && compare(notice.upTo, wanted.upTo) === 0;
    if (!same) await putRewardNotice(tx, wanted, hasRun(notice, today) ? null : notice);
  }
  const workdays = workdaysBetween(calendar, addDays(days.from, -1), days.to);
  return { dossiers, days: { ...days, workdays } };
}
