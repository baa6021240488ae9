import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** A referred project with what its reward is made of. Money in 万元, `paid` in 元. */
export interface ReferredProject {
  readonly id: number;
  readonly name: string;
  readonly referrer: string;
  readonly unitId: number | null;
  readonly plan: Decimal | null;
  readonly projectType: string;
  /** Verified so far. */
  readonly fixedDone: Decimal;
  readonly funds: Decimal;
  /** Stages whose moves are verified. */
  readonly milestones: readonly string[];
  readonly paid: Decimal;
}

/** Projects that somebody introduced, all or one, by number. */
export async function referredProjects(tx: OrgTx, projectId: number | null): Promise<readonly ReferredProject[]> {
  const { rows } = await sql<
    Record<'fixedDone' | 'funds' | 'paid', string> & Omit<ReferredProject, 'fixedDone' | 'funds' | 'paid'>
  >`
    select p.id, p.name, p.referrer, p.unit_id as "unitId", p.investment_wan as plan, p.project_type as "projectType",
      (select coalesce(sum(amount), 0) from entries e where e.org_id = p.org_id and e.project_id = p.id
        and e.kind = 'fixed-assets' and e.booked_on is not null) as "fixedDone",
      (select coalesce(sum(amount), 0) from entries e where e.org_id = p.org_id and e.project_id = p.id
        and e.kind = 'funds' and e.booked_on is not null) as funds,
      (select coalesce(array_agg(distinct to_stage), '{}') from project_events e where e.org_id = p.org_id
        and e.project_id = p.id and e.kind = 'stage' and e.state = 'verified') as milestones,
      (select coalesce(sum(amount_yuan), 0) from reward_payments r where r.org_id = p.org_id and r.project_id = p.id) as paid
    from projects p
    where p.referrer is not null and (${projectId}::integer is null or p.id = ${projectId})
    order by p.id`.execute(tx.sql);
  return rows.map((row) => ({
    ...row,
    fixedDone: decimal(row.fixedDone),
    funds: decimal(row.funds),
    paid: decimal(row.paid),
  }));
}

/** Notes a payment to the referrers of a project, in 元. */
export async function insertRewardPayment(
  tx: OrgTx,
  payment: {
    readonly projectId: number;
    readonly yuan: string;
    readonly paidOn: CalendarDate;
    readonly note: string | null;
    readonly by: number;
    readonly at: Date;
  },
): Promise<void> {
  await insertRecord(tx, 'reward_payments', {
    project_id: payment.projectId,
    amount_yuan: payment.yuan,
    paid_on: payment.paidOn,
    note: payment.note,
    recorded_by: payment.by,
    recorded_at: payment.at,
  });
}
