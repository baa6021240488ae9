import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Project } from '../domain/project/project.ts';
import type { OrgTx } from './org-transaction.ts';
import { changeProject, toProject } from './project.repository.ts';

/** Returns a lead to the pool while it stands as it was read; null when somebody was first. */
export const sendToPool = (tx: OrgTx, project: Project, today: CalendarDate): Promise<Project | null> =>
  changeProject(
    tx,
    project.id,
    { unit_id: null, pool_since: today, pool_from_unit_id: project.unitId },
    sql`version = ${project.version}`,
  );

/** Gives an unowned lead to a unit; null when somebody was first. */
export const takeFromPool = (
  tx: OrgTx,
  id: number,
  unitId: number,
  now: Date,
  today: CalendarDate,
): Promise<Project | null> =>
  changeProject(
    tx,
    id,
    { unit_id: unitId, pool_since: null, protected_from: now, last_progress_on: today, warned_on: null },
    sql`unit_id is null and pool_since is not null`,
  );

/** How many leads a unit has taken from the pool and not moved on since. */
export async function poolClaims(tx: OrgTx, unitId: number, since: CalendarDate): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from project_events e join projects p on p.org_id = e.org_id and p.id = e.project_id
    where e.kind = 'claim' and e.unit_id = ${unitId} and e.occurred_on >= ${since} and p.unit_id = ${unitId}
      and p.stage in ('线索', '在谈', '意向')`.execute(tx.sql);
  return Number(rows[0]?.count ?? 0);
}

/** Leads of units whose protection ended before a day. */
export async function expiredLeads(tx: OrgTx, lastProgressBefore: CalendarDate): Promise<readonly Project[]> {
  const rows = await tx.sql
    .selectFrom('projects')
    .selectAll()
    .where('unit_id', 'is not', null)
    .where('secret_to', 'is', null)
    .where('stage', 'in', ['线索', '在谈', '意向'])
    .where('last_progress_on', '<', lastProgressBefore)
    .orderBy('id')
    .execute();
  return rows.map(toProject);
}
