import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { ReferrerReply, ReplyStep } from '../domain/project/referrer.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Notes that an answer is owed by a day; a step owed or answered before is left as it is. */
export async function oweReply(tx: OrgTx, projectId: number, step: ReplyStep, dueOn: CalendarDate): Promise<void> {
  const known = await tx.sql
    .selectFrom('referrer_replies')
    .select('id')
    .where('project_id', '=', projectId)
    .where('step', '=', step)
    .executeTakeFirst();
  if (!known) await insertRecord(tx, 'referrer_replies', { project_id: projectId, step, due_on: dueOn });
}

/** The answers still owed for a project, earliest first. */
export const openReplies = (tx: OrgTx, projectId: number): Promise<readonly ReferrerReply[]> =>
  replies(tx, sql`r.project_id = ${projectId}`);

/** The answers of a unit (null: of all) that are due by a day, earliest first. */
export const repliesDue = (tx: OrgTx, unitId: number | null, by: CalendarDate): Promise<readonly DueReply[]> =>
  replies(tx, sql`r.due_on <= ${by} and (${unitId}::integer is null or p.unit_id = ${unitId})`);

/** An answer owed, with the project and who is to hear. */
export type DueReply = ReferrerReply & {
  readonly project: string;
  readonly referrer: string | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
};

async function replies(tx: OrgTx, where: ReturnType<typeof sql>): Promise<readonly DueReply[]> {
  const { rows } = await sql<DueReply>`
    select r.id, r.project_id as "projectId", r.step, r.due_on as "dueOn", r.replied_at as "repliedAt",
      p.name as project, p.referrer, p.unit_id as "unitId", u.name as "unitName"
    from referrer_replies r join projects p on p.org_id = r.org_id and p.id = r.project_id
    left join units u on u.org_id = p.org_id and u.id = p.unit_id
    where r.org_id = ${tx.orgId} and r.replied_at is null and ${where} order by r.due_on, r.id limit 50`.execute(
    tx.sql,
  );
  return rows;
}

/** Notes an answer as given; false when it was before. */
export const markReplied = async (tx: OrgTx, id: number, by: number, at: Date): Promise<boolean> =>
  (await updateRecord(tx, 'referrer_replies', id, { replied_by: by, replied_at: at }, sql`replied_at is null`)) !==
  null;

/** How many answers were given, and how many of them in time, by unit (null: all). */
export async function repliesInTime(
  tx: OrgTx,
  unitId: number | null,
): Promise<{ readonly given: number; readonly inTime: number }> {
  const { rows } = await sql<{ given: number; inTime: number }>`
    select count(*)::integer as given,
      count(*) filter (where (r.replied_at at time zone 'Asia/Shanghai')::date <= r.due_on)::integer as "inTime"
    from referrer_replies r join projects p on p.org_id = r.org_id and p.id = r.project_id
    where r.org_id = ${tx.orgId} and r.replied_at is not null
      and (${unitId}::integer is null or p.unit_id = ${unitId})`.execute(tx.sql);
  return rows[0] ?? { given: 0, inTime: 0 };
}
