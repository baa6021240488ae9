import { sql } from 'kysely';
import type { Project } from '../domain/project/project.ts';
import type { OrgTx } from './org-transaction.ts';
import { changeProject, findProject } from './project.repository.ts';

/** A record that looked like another one when it was filed. */
export interface Double {
  readonly project: Project;
  readonly original: Project;
}

/** The doubles that wait for a verdict, oldest first. */
export async function pendingDoubles(tx: OrgTx): Promise<readonly Double[]> {
  const { rows } = await sql<{ id: number; duplicate_of: number }>`
    select id, duplicate_of from projects
    where org_id = ${tx.orgId} and adjudication = 'pending' and duplicate_of is not null order by id limit 20`.execute(
    tx.sql,
  );
  const doubles = await Promise.all(
    rows.map(async (row) => ({
      project: await findProject(tx, row.id),
      original: await findProject(tx, row.duplicate_of),
    })),
  );
  return doubles.flatMap(({ project, original }) => (project && original ? [{ project, original }] : []));
}

/** A record with the one it looked like; null when it looked like none. */
export async function doubleOf(tx: OrgTx, id: number): Promise<Double | null> {
  const row = await tx.sql.selectFrom('projects').select('duplicate_of').where('id', '=', id).executeTakeFirst();
  const project = await findProject(tx, id);
  const original = row?.duplicate_of ? await findProject(tx, row.duplicate_of) : null;
  return project && original ? { project, original } : null;
}

/** Settles a double while it still waits; null when it was settled before. */
export const settleDouble = (
  tx: OrgTx,
  id: number,
  patch: Parameters<typeof changeProject>[2],
): Promise<Project | null> => changeProject(tx, id, patch, sql`adjudication = 'pending'`);
