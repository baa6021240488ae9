import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { OrgTx } from './org-transaction.ts';

/** A project's open tasks, problems, promises, requests and joint reviews, by day due. */
export async function openWork(
  tx: OrgTx,
  projectId: number,
): Promise<readonly { readonly number: string; readonly title: string; readonly dueOn: CalendarDate }[]> {
  const { rows } = await sql<{ number: string; title: string; dueOn: CalendarDate }>`
    select 'R' || id as number, title, due_on as "dueOn" from tasks
      where project_id = ${projectId} and state in ('unsigned', 'doing', 'checking')
    union all
    select 'W' || id, text, due_on from problems where project_id = ${projectId} and state = 'open'
    union all
    select 'C' || id, text, due_on from commitments where project_id = ${projectId} and state = 'open'
    union all
    select 'S' || id, text, due_on from requests where project_id = ${projectId} and state <> 'closed'
    union all
    select '会审' || r.id, '联合会审，还差 ' || count(*) || ' 家意见', r.due_on from reviews r
      join review_opinions o on o.org_id = r.org_id and o.review_id = r.id and o.verdict is null
      where r.project_id = ${projectId} and r.closed_at is null group by r.id, r.due_on
    order by 3, 1 limit 6`.execute(tx.sql);
  return rows;
}

/** How many problems of a project are open. */
export async function openProblems(tx: OrgTx, projectId: number): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from problems where project_id = ${projectId} and state = 'open'`.execute(tx.sql);
  return Number(rows[0]?.count ?? 0);
}

const TABLES = { R: 'tasks', W: 'problems', L: 'entries' } as const;

/** The project that a task, problem or entry belongs to; null when there is none. */
export async function taskProject(tx: OrgTx, letter: string, id: number): Promise<number | null> {
  const table = TABLES[letter as keyof typeof TABLES];
  if (!table || id > 2_000_000_000) return null;
  const { rows } = await sql<{
    project_id: number | null;
  }>`select project_id from ${sql.table(table)} where id = ${id}`.execute(tx.sql);
  return rows[0]?.project_id ?? null;
}
