import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { OrgTx } from './org-transaction.ts';

/** A project's open tasks and problems, by day due. */
export async function openWork(
  tx: OrgTx,
  projectId: number,
): Promise<readonly { readonly number: string; readonly title: string; readonly dueOn: CalendarDate }[]> {
  const { rows } = await sql<{ number: string; title: string; dueOn: CalendarDate }>`
    select 'R' || id as number, title, due_on as "dueOn" from tasks
      where project_id = ${projectId} and state in ('unsigned', 'doing', 'checking')
    union all
    select 'W' || id, text, due_on from problems where project_id = ${projectId} and state = 'open'
    order by 3, 1 limit 6`.execute(tx.sql);
  return rows;
}

/** How many problems of a project are open. */
export async function openProblems(tx: OrgTx, projectId: number): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from problems where project_id = ${projectId} and state = 'open'`.execute(tx.sql);
  return Number(rows[0]?.count ?? 0);
}
