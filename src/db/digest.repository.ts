import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Amount, type Decimal, decimal } from '../domain/money/decimal.ts';
import type { OrgTx } from './org-transaction.ts';

/** After one instant, up to and with another: digests have no gap and no overlap. */
export interface Between {
  readonly after: Date;
  readonly upto: Date;
}

/** Something that happened to a project in the span. */
export interface DigestItem {
  readonly projectId: number;
  readonly name: string;
  readonly unit: string | null;
  readonly stage: string | null;
  readonly amount: Amount | null;
  readonly on: CalendarDate;
}

/** Leads first reported in the span, oldest first. */
export const newLeads = (tx: OrgTx, { after, upto }: Between): Promise<readonly DigestItem[]> =>
  items(
    tx,
    sql`select p.id as "projectId", p.name, u.name as unit, p.stage, p.investment_wan as amount, p.last_progress_on as "on"
      from projects p left join units u on u.org_id = p.org_id and u.id = p.first_unit_id
      where p.org_id = ${tx.orgId} and p.first_reported_at > ${after} and p.first_reported_at <= ${upto} and p.adjudication <> 'refused'
      order by p.id`,
  );

/** Stage moves verified in the span. */
export const verifiedMoves = (tx: OrgTx, { after, upto }: Between): Promise<readonly DigestItem[]> =>
  items(
    tx,
    sql`select p.id as "projectId", p.name, u.name as unit, e.to_stage as stage, e.agreement_wan as amount, e.occurred_on as "on"
      from project_events e join projects p on p.org_id = e.org_id and p.id = e.project_id
      left join units u on u.org_id = e.org_id and u.id = e.unit_id
      where e.org_id = ${tx.orgId} and e.kind = 'stage' and e.state = 'verified' and e.verified_at > ${after} and e.verified_at <= ${upto}
      order by e.id`,
  );

/** Funds verified in the span, the largest first. */
export const verifiedFunds = (tx: OrgTx, { after, upto }: Between): Promise<readonly DigestItem[]> =>
  items(
    tx,
    sql`select p.id as "projectId", p.name, u.name as unit, null as stage, e.amount, e.occurred_on as "on"
      from entries e join projects p on p.org_id = e.org_id and p.id = e.project_id
      left join units u on u.org_id = e.org_id and u.id = e.unit_id
      where e.org_id = ${tx.orgId} and e.kind = 'funds' and e.booked_on is not null and e.verified_at > ${after} and e.verified_at <= ${upto}
      order by e.amount desc, e.id`,
  );

async function items(tx: OrgTx, query: ReturnType<typeof sql>): Promise<readonly DigestItem[]> {
  const { rows } = await sql<DigestItem & { amount: string | null }>`${query}`.execute(tx.sql);
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : decimal<Amount>(row.amount) }));
}

/** What each unit did in the span, by unit number. */
export interface UnitWeek {
  readonly unitId: number;
  readonly leads: number;
  readonly progress: number;
  readonly signed: Decimal;
  readonly funds: Amount;
  readonly activities: number;
  readonly tasksDone: number;
  readonly tasksOverdue: number;
}

/** A row for every unit that is assessed. `today` decides what is overdue. */
export async function unitWeeks(
  tx: OrgTx,
  { after, upto }: Between,
  today: CalendarDate,
): Promise<readonly UnitWeek[]> {
  const span = (column: string) => sql`${sql.ref(column)} > ${after} and ${sql.ref(column)} <= ${upto}`;
  const { rows } = await sql<Record<string, string> & { unitId: number }>`
    select u.id as "unitId",
      (select count(*) from projects p where p.org_id = u.org_id and p.first_unit_id = u.id and p.adjudication <> 'refused' and ${span('p.first_reported_at')}) as leads,
      (select count(*) from project_events e where e.org_id = u.org_id and e.unit_id = u.id and e.kind = 'progress' and ${span('e.reported_at')}) as progress,
      (select count(*) from project_events e where e.org_id = u.org_id and e.unit_id = u.id and e.kind = 'stage' and e.state = 'verified' and e.to_stage = '签约' and ${span('e.verified_at')}) as signed,
      (select coalesce(sum(e.amount), 0) from entries e where e.org_id = u.org_id and e.unit_id = u.id and e.kind = 'funds' and e.booked_on is not null and ${span('e.verified_at')}) as funds,
      (select count(*) from activities a where a.org_id = u.org_id and a.unit_id = u.id and ${span('a.reported_at')}) as activities,
      (select count(*) from tasks t where t.org_id = u.org_id and t.unit_id = u.id and t.state = 'done' and ${span('t.checked_at')}) as done,
      (select count(*) from tasks t where t.org_id = u.org_id and t.unit_id = u.id and t.state in ('unsigned', 'doing') and t.due_on < ${today}) as overdue
    from units u where u.org_id = ${tx.orgId} and u.assessed and u.ranking_group is not null and (u.ends_on is null or u.ends_on >= ${today}) order by u.sort_order, u.id`.execute(
    tx.sql,
  );
  return rows.map((row) => ({
    unitId: row.unitId,
    leads: Number(row.leads),
    progress: Number(row.progress),
    signed: decimal(row.signed ?? '0'),
    funds: decimal<Amount>(row.funds ?? '0'),
    activities: Number(row.activities),
    tasksDone: Number(row.done),
    tasksOverdue: Number(row.overdue),
  }));
}

/** Trips and receptions reported in the span. */
export async function activityCounts(
  tx: OrgTx,
  { after, upto }: Between,
): Promise<{ readonly outings: number; readonly receptions: number }> {
  const { rows } = await sql<{ outings: string; receptions: string }>`
    select count(*) filter (where kind = '外出招商') as outings, count(*) filter (where kind = '来访接待') as receptions
    from activities where org_id = ${tx.orgId} and reported_at > ${after} and reported_at <= ${upto}`.execute(tx.sql);
  return { outings: Number(rows[0]?.outings ?? 0), receptions: Number(rows[0]?.receptions ?? 0) };
}

/** How many projects came as far as each stage in a year, with planned investment, and how many of them in the span. */
export async function funnelCounts(tx: OrgTx, year: number, { after, upto }: Between) {
  const { rows } = await sql<{ stage: string; count: string; amount: string; added: string }>`
    select e.to_stage as stage, count(*) as count, coalesce(sum(p.investment_wan), 0) as amount,
      count(*) filter (where e.verified_at > ${after} and e.verified_at <= ${upto}) as added
    from project_events e join projects p on p.org_id = e.org_id and p.id = e.project_id
    where e.org_id = ${tx.orgId} and e.kind = 'stage' and e.state = 'verified' and e.verified_at <= ${upto}
      and e.occurred_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by e.to_stage
    union all
    select '线索', count(*), 0, count(*) filter (where first_reported_at > ${after} and first_reported_at <= ${upto})
    from projects where org_id = ${tx.orgId} and adjudication <> 'refused' and first_reported_at <= ${upto}
      and first_reported_at >= ${`${year}-01-01T00:00:00+08:00`}::timestamptz`.execute(tx.sql);
  return rows.map((row) => ({
    stage: row.stage,
    count: Number(row.count),
    amount: decimal<Amount>(row.amount),
    added: Number(row.added),
  }));
}

/** Tasks and problems as the digest tells them. */
export interface WorkItem {
  readonly number: string;
  readonly title: string;
  readonly who: string | null;
  readonly dueOn: CalendarDate;
}

/** Open tasks overdue since before a day, the oldest first. */
export const overdueTasks = (tx: OrgTx, before: CalendarDate): Promise<readonly WorkItem[]> =>
  work(tx, sql`t.state in ('unsigned', 'doing') and t.due_on < ${before}`);

/** Open tasks due within two days, both included. */
export const tasksDue = (tx: OrgTx, from: CalendarDate, to: CalendarDate): Promise<readonly WorkItem[]> =>
  work(tx, sql`t.state in ('unsigned', 'doing') and t.due_on between ${from} and ${to}`);

async function work(tx: OrgTx, where: ReturnType<typeof sql>): Promise<readonly WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select 'R' || t.id as number, t.title, coalesce(p.name, u.name) as who, t.due_on as "dueOn"
    from tasks t left join people p on p.org_id = t.org_id and p.id = t.person_id left join units u on u.org_id = t.org_id and u.id = t.unit_id
    where t.org_id = ${tx.orgId} and ${where} order by t.due_on, t.id limit 20`.execute(tx.sql);
  return rows;
}

/** Open problems, the longest overdue first. */
export async function openProblemList(tx: OrgTx): Promise<readonly WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select 'W' || w.id as number, w.text as title, u.name as who, w.due_on as "dueOn"
    from problems w left join units u on u.org_id = w.org_id and u.id = w.unit_id
    where w.org_id = ${tx.orgId} and w.state = 'open' order by w.due_on, w.id limit 20`.execute(tx.sql);
  return rows;
}

/** Open, overdue and (in the span) finished tasks. */
export async function taskCounts(tx: OrgTx, { after, upto }: Between, today: CalendarDate) {
  const { rows } = await sql<{ open: string; overdue: string; done: string }>`
    select count(*) filter (where state in ('unsigned', 'doing', 'checking')) as open,
      count(*) filter (where state in ('unsigned', 'doing') and due_on < ${today}) as overdue,
      count(*) filter (where state = 'done' and checked_at > ${after} and checked_at <= ${upto}) as done
    from tasks where org_id = ${tx.orgId}`.execute(tx.sql);
  const [row] = rows;
  return { open: Number(row?.open ?? 0), overdue: Number(row?.overdue ?? 0), done: Number(row?.done ?? 0) };
}
