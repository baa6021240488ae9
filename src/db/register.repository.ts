import { sql } from 'kysely';
import type { Project, Standing } from '../domain/project/project.ts';
import type { OrgTx } from './org-transaction.ts';
import { toProject } from './project.repository.ts';

/** Which projects a register holds; null: not filtered. */
export interface RegisterFilter {
  readonly unitId: number | null;
  readonly stage: Standing | null;
  /** Words in the name, investor or chain. */
  readonly words: string | null;
}

/** A line of the register. */
export type RegisterLine = Project & { readonly unitName: string | null };

/** The projects of a filter, newest number first, with the names of their units. */
export async function registerLines(
  tx: OrgTx,
  filter: RegisterFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly RegisterLine[]> {
  const rows = await selection(tx, filter)
    .leftJoin('units', 'units.id', 'projects.unit_id')
    .selectAll('projects')
    .select('units.name as unit_name')
    .orderBy('projects.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({ ...toProject(row), unitName: row.unit_name }));
}

/** How many projects of a filter stand at each stage. */
export async function registerCounts(tx: OrgTx, filter: RegisterFilter): Promise<ReadonlyMap<string, number>> {
  const rows = await selection(tx, filter)
    .select(['projects.stage', sql<string>`count(*)`.as('count')])
    .groupBy('projects.stage')
    .execute();
  return new Map(rows.map((row) => [row.stage, Number(row.count)]));
}

function selection(tx: OrgTx, { unitId, stage, words }: RegisterFilter) {
  let query = tx.sql.selectFrom('projects');
  if (unitId !== null) query = query.where('projects.unit_id', '=', unitId);
  if (stage !== null) query = query.where('projects.stage', '=', stage);
  if (words === null) return query;
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return query.where(
    sql<boolean>`(projects.name ilike ${pattern} or projects.investor ilike ${pattern} or projects.chain ilike ${pattern})`,
  );
}
