import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import type { ReferredProject } from '../domain/reward/dossier.ts';
import type { RewardNotice } from '../domain/reward/notice.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Projects that somebody introduced, all or one, by number. Days are of the time zone. */
export async function referredProjects(
  tx: OrgTx,
  timeZone: string,
  projectId: number | null,
): Promise<readonly ReferredProject[]> {
  const { rows } = await sql<
    Record<'fixedDone' | 'funds' | 'paid', string> & Omit<ReferredProject, 'fixedDone' | 'funds' | 'paid' | 'notice'>
  >`
    select p.id, p.name, p.investor, p.referrer, u.name as unit, p.investment_wan as plan,
      p.project_type as "projectType", p.stage, p.site,
      to_char(p.first_reported_at at time zone ${timeZone}, 'YYYY-MM-DD') as "reportedOn",
      (select coalesce(sum(amount), 0) from entries e where e.org_id = p.org_id and e.project_id = p.id
        and e.kind = 'fixed-assets' and e.booked_on is not null) as "fixedDone",
      (select coalesce(sum(amount), 0) from entries e where e.org_id = p.org_id and e.project_id = p.id
        and e.kind = 'funds' and e.booked_on is not null) as funds,
      (select coalesce(array_agg(distinct to_stage), '{}') from project_events e where e.org_id = p.org_id
        and e.project_id = p.id and e.kind = 'stage' and e.state = 'verified') as milestones,
      (select min(occurred_on) from project_events e where e.org_id = p.org_id and e.project_id = p.id
        and e.kind = 'stage' and e.state = 'verified' and to_stage = '投产') as "producingOn",
      (select coalesce(sum(amount_yuan), 0) from reward_payments r where r.org_id = p.org_id and r.project_id = p.id) as paid
    from projects p left join units u on u.org_id = p.org_id and u.id = p.unit_id
    where p.referrer is not null and (${projectId}::integer is null or p.id = ${projectId})
    order by p.id`.execute(tx.sql);
  const notices = await lastNotices(tx);
  return rows.map((row) => ({
    ...row,
    fixedDone: decimal(row.fixedDone),
    funds: decimal(row.funds),
    paid: decimal(row.paid),
    notice: notices.get(row.id) ?? null,
  }));
}

/** The last public notice of each project that had one. */
async function lastNotices(tx: OrgTx): Promise<ReadonlyMap<number, RewardNotice>> {
  const rows = await tx.sql
    .selectFrom('reward_notices')
    .distinctOn('project_id')
    .select(['id', 'project_id', 'from_on as from', 'to_on as to', 'upto_yuan'])
    .where('org_id', '=', tx.orgId)
    .orderBy('project_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ project_id, upto_yuan, ...row }) => [project_id, { ...row, upTo: decimal(upto_yuan) }]));
}

/** Notes a public notice: in place of `former` where that has not run yet. */
export async function putRewardNotice(
  tx: OrgTx,
  notice: Omit<RewardNotice, 'id'> & { readonly projectId: number; readonly by: number; readonly at: Date },
  former: RewardNotice | null,
): Promise<void> {
  const values = {
    from_on: notice.from,
    to_on: notice.to,
    upto_yuan: notice.upTo,
    recorded_by: notice.by,
    recorded_at: notice.at,
  };
  if (former) await updateRecord(tx, 'reward_notices', former.id, values);
  else await insertRecord(tx, 'reward_notices', { project_id: notice.projectId, ...values });
}

/** An entry that counts towards a reward, in the ledger's unit. */
export interface CountedEntry {
  readonly id: number;
  readonly kind: 'fixed-assets' | 'funds';
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
}

/** A project's entries that count towards its reward, in the order in which they were verified. */
export async function countedEntries(tx: OrgTx, projectId: number): Promise<readonly CountedEntry[]> {
  const { rows } = await sql<Omit<CountedEntry, 'amount'> & { amount: string }>`
    select id, kind, amount, occurred_on as "occurredOn" from entries
    where project_id = ${projectId} and kind in ('fixed-assets', 'funds') and booked_on is not null
    order by coalesce(verified_at, reported_at), id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }));
}

/** Notes a payment to the referrers of a project, in 元. */
export async function insertRewardPayment(
  tx: OrgTx,
  payment: {
    readonly projectId: number;
    readonly yuan: string;
    readonly paidOn: CalendarDate;
    readonly note: string | null;
    readonly noticeId: number;
    readonly by: number;
    readonly at: Date;
  },
): Promise<void> {
  await insertRecord(tx, 'reward_payments', {
    project_id: payment.projectId,
    amount_yuan: payment.yuan,
    paid_on: payment.paidOn,
    note: payment.note,
    notice_id: payment.noticeId,
    recorded_by: payment.by,
    recorded_at: payment.at,
  });
}
