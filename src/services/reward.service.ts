import { putSettings } from '../db/org.repository.ts';
import { insertRewardPayment, type ReferredProject, referredProjects } from '../db/reward.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Amount, compare, decimal, exact, round, subtract } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { DEFAULT_REWARD_RULE } from '../domain/reward/default-rule.ts';
import { readRewardRule } from '../domain/reward/read-rule.ts';
import { type Reward, rewardOf } from '../domain/reward/reward.ts';
import type { RewardRule } from '../domain/reward/rule.ts';
import { mistakeIn } from '../domain/scoring/mistake.ts';
import type { Settings } from '../domain/settings.ts';
import type { Acting } from './acting.ts';
import { requireSetUp } from './roster.service.ts';
import type { OrgTx } from './transaction.ts';

/** The reward of one project: 预计 (the whole, on what is verified so far), 应发 (due by its stages, not paid yet), 已发; in 元. */
export interface RewardSight {
  readonly project: ReferredProject;
  readonly referrers: readonly string[];
  readonly reward: Reward;
  readonly due: string;
}

/** The rule in force: the org's own, or the one every org starts with. */
export const rewardRuleOf = ({ rewardRule }: Settings): RewardRule =>
  rewardRule === null ? DEFAULT_REWARD_RULE : readRewardRule(rewardRule);

/** 奖励: of every referred project, or of one (Refusal "reward.no-referrer"). */
export async function rewards(
  tx: OrgTx,
  { org }: Pick<Acting, 'org'>,
  project: Project | null,
): Promise<readonly RewardSight[]> {
  const found = await referredProjects(tx, project?.id ?? null);
  if (project && found.length === 0) throw new Refusal('reward.no-referrer', { ref: `X${project.id}` });
  const rule = rewardRuleOf(org.settings);
  return found.map((one) => sightOf(one, rule));
}

function sightOf(project: ReferredProject, rule: RewardRule): RewardSight {
  const referrers = project.referrer
    .split(/[、,，/和]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const facts = {
    plan: project.plan,
    fixed_done: project.fixedDone,
    arrived: project.funds,
    type: project.projectType,
    milestones: project.milestones,
  };
  const reward = rewardOf(
    rule,
    facts,
    referrers.map((name) => ({ name })),
  );
  const earned = decimal(reward.payable_now ?? reward.amount ?? '0');
  const due = subtract(earned, project.paid);
  return { project, referrers, reward, due: compare(due, decimal('0')) > 0 ? round(exact(due), 2) : '0.00' };
}

/**
 * 奖励 已发: notes a payment; more than is due is refused ("reward.too-much"), a day to come too ("date.future").
 * Amount in 万元.
 */
export async function payReward(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'now' | 'today' | 'org'>,
  project: Project,
  payment: { readonly amount: Amount; readonly paidOn: CalendarDate; readonly note: string | null },
): Promise<RewardSight> {
  requireReach(acting.actor, 'verify', null);
  if (payment.paidOn > acting.today) throw new Refusal('date.future', { text: payment.paidOn });
  const [before] = await rewards(tx, acting, project);
  const yuan = round(exact(payment.amount).mul(10_000), 2);
  if (!before || compare(decimal(yuan), decimal(before.due)) > 0) {
    throw new Refusal('reward.too-much', { given: yuan, due: before?.due ?? '0.00' });
  }
  const { personId: by } = acting.actor;
  await insertRewardPayment(tx, {
    projectId: project.id,
    yuan,
    paidOn: payment.paidOn,
    note: payment.note,
    by,
    at: acting.now,
  });
  const [after] = await rewards(tx, acting, project);
  return after ?? before;
}

/** 奖励 规则 with a JSON file: the org's own rule from now on. Refusal "reward.rule" with the path of the mistake. */
export async function setRewardRule(tx: OrgTx, acting: Pick<Acting, 'actor'>, json: string): Promise<RewardRule> {
  requireSetUp(acting, '奖励 规则');
  let rule: RewardRule;
  try {
    rule = readRewardRule(JSON.parse(json));
  } catch (error) {
    const found = mistakeIn(error);
    throw new Refusal('reward.rule', found ? { ...found } : { path: '', message: '不是 JSON' });
  }
  await putSettings(tx, { rewardRule: rule });
  return rule;
}
