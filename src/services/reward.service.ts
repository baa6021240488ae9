import { putSettings } from '../db/org.repository.ts';
import { countedEntries, insertRewardPayment, referredProjects } from '../db/reward.repository.ts';
import { type CalendarDate, monthsBetween } from '../domain/calendar/date.ts';
import { ENTRY_KINDS } from '../domain/ledger/entry.ts';
import { type Amount, compare, decimal, exact, round, subtract } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { accrualsOf } from '../domain/reward/accrual.ts';
import { type RewardBook, readRewardBook } from '../domain/reward/book.ts';
import { DEFAULT_REWARD_RULE } from '../domain/reward/default-rule.ts';
import type { AccruedEntry, ReferredProject, RewardDossier } from '../domain/reward/dossier.ts';
import { layeredReward } from '../domain/reward/layers.ts';
import { releasedOf } from '../domain/reward/notice.ts';
import { readReferrers } from '../domain/reward/read-referrers.ts';
import type { ProjectFacts } from '../domain/reward/reward.ts';
import { eligibleReferrers, type Referrer } from '../domain/reward/split.ts';
import { below, mistakeIn, tooLongIn } from '../domain/scoring/mistake.ts';
import type { Settings } from '../domain/settings.ts';
import type { Acting } from './acting.ts';
import { requireSetUp } from './roster.service.ts';
import type { OrgTx } from './transaction.ts';

/** The rules in force: the org's own, or the one every org starts with. */
export const rewardBookOf = ({ rewardRule }: Settings): RewardBook =>
  rewardRule === null ? [{ layer: '', rules: [DEFAULT_REWARD_RULE] }] : readRewardBook(rewardRule);

type Asking = { readonly org: Pick<Acting['org'], 'settings' | 'timeZone'>; readonly today: CalendarDate };

/** 奖励: of every referred project, or of one (Refusal "reward.no-referrer"). */
export async function rewards(
  tx: OrgTx,
  { org, today }: Asking,
  project: Project | null,
): Promise<readonly RewardDossier[]> {
  const found = await referredProjects(tx, org.timeZone, project?.id ?? null);
  if (project && found.length === 0) throw new Refusal('reward.no-referrer', { ref: `X${project.id}` });
  const book = rewardBookOf(org.settings);
  return found.map((one) => dossierOf(one, book, today));
}

function dossierOf(project: ReferredProject, book: RewardBook, today: CalendarDate): RewardDossier {
  const referrers = readReferrers(project.referrer);
  const reward = layeredReward(book, factsOf(project, today), settling(referrers, book));
  const due = subtract(decimal(reward.payable), project.paid);
  return { project, referrers, reward, due: compare(due, decimal('0')) > 0 ? round(exact(due), 2) : '0.00' };
}

/** What rules may look at; `months_since_production` is for time limits (兑现期限), null before production. */
const factsOf = (project: ReferredProject, today: CalendarDate): ProjectFacts => ({
  plan: project.plan,
  fixed_done: project.fixedDone,
  arrived: project.funds,
  type: project.projectType,
  milestones: project.milestones,
  months_since_production: project.producingOn === null ? null : monthsBetween(project.producingOn, today),
});

/** Where a rule splits by shares and not everybody has one, those not barred are one party that settles its own split. */
function settling(referrers: readonly Referrer[], book: RewardBook): readonly Referrer[] {
  const rules = book.flatMap((layer) => layer.rules);
  const open = referrers.some(({ share }) => share === undefined);
  if (!open || !rules.some(({ split }) => split?.mode === 'ratio')) return referrers;
  const left = eligibleReferrers(
    referrers,
    rules.flatMap(({ barred }) => barred ?? []),
  );
  if (left.length === 0) return referrers.map((one) => ({ ...one, share: 1 }));
  return [{ name: left.map(({ name }) => name).join('、'), share: 1 }];
}

const FIELDS = { 'fixed-assets': 'fixed_done', funds: 'arrived' } as const;

/** 计提: what each verified entry of a project made accrue, in the order of verification. */
export async function rewardAccruals(
  tx: OrgTx,
  { org, today }: Asking,
  { project, referrers }: RewardDossier,
): Promise<readonly AccruedEntry[]> {
  const book = rewardBookOf(org.settings);
  const entries = await countedEntries(tx, project.id);
  const start = { ...factsOf(project, today), fixed_done: '0', arrived: '0' };
  const accruing = entries.map(({ kind, amount }) => ({ field: FIELDS[kind], amount }));
  const accruals = accrualsOf(book, start, accruing, settling(referrers, book));
  return entries.flatMap(({ id, kind, amount, occurredOn }, at) => {
    const accrual = accruals[at];
    if (!accrual) return [];
    const { change, reward } = accrual;
    return [{ number: `L${id}`, ledger: ENTRY_KINDS[kind].word, occurredOn, amount, total: reward.total, change }];
  });
}

/**
 * 奖励 已发: notes a payment. Refused are more than is due ("reward.too-much"), what no public notice covers that has run
 * by that day ("reward.not-noticed"), and a day to come ("date.future"). Amount in 万元.
 */
export async function payReward(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'now' | 'today' | 'org'>,
  project: Project,
  payment: { readonly amount: Amount; readonly paidOn: CalendarDate; readonly note: string | null },
): Promise<RewardDossier> {
  requireReach(acting.actor, 'verify', null);
  if (payment.paidOn > acting.today) throw new Refusal('date.future', { text: payment.paidOn });
  const [before] = await rewards(tx, acting, project);
  const yuan = round(exact(payment.amount).mul(10_000), 2);
  if (!before || compare(decimal(yuan), decimal(before.due)) > 0) {
    throw new Refusal('reward.too-much', { given: yuan, due: before?.due ?? '0.00' });
  }
  const { notice } = before.project;
  const released = releasedOf(before.project, before.due, payment.paidOn);
  if (!notice || compare(decimal(yuan), decimal(released)) > 0) {
    throw new Refusal('reward.not-noticed', { ref: `X${project.id}`, to: notice?.to ?? null, released });
  }
  const { personId: by } = acting.actor;
  await insertRewardPayment(tx, {
    projectId: project.id,
    yuan,
    paidOn: payment.paidOn,
    note: payment.note,
    noticeId: notice.id,
    by,
    at: acting.now,
  });
  const [after] = await rewards(tx, acting, project);
  return after ?? before;
}

/** 奖励 规则 with a JSON file: the org's own rules from now on. Refusal "reward.rule" with the path of the mistake. */
export async function setRewardRule(tx: OrgTx, acting: Pick<Acting, 'actor'>, json: string): Promise<RewardBook> {
  requireSetUp(acting, '奖励 规则');
  const written = parse(json);
  const long = tooLongIn(json);
  if (long) throw new Refusal('reward.rule', { ...long, path: below('rule', long.path) });
  let book: RewardBook;
  try {
    book = readRewardBook(written);
  } catch (error) {
    const found = mistakeIn(error);
    if (!found) throw error;
    throw new Refusal('reward.rule', { ...found });
  }
  await putSettings(tx, { rewardRule: written as Readonly<Record<string, unknown>> });
  return book;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal('reward.rule', { path: '', message: '不是 JSON' });
  }
}
