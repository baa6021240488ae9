import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Project } from '../domain/project/project.ts';
import type { OrgTx } from './org-transaction.ts';
import { toProject } from './project.repository.ts';
import type { ProjectRow } from './project.table.ts';

/** Projects whose name or investor holds the words, best first: open ones before those that have left. */
export async function searchProjects(tx: OrgTx, words: string, limit: number): Promise<readonly Project[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx.sql
    .selectFrom('projects')
    .selectAll()
    .where(
      sql<boolean>`(name ilike ${pattern} or investor ilike ${pattern} or (secret_to is null and exists (
        select 1 from project_contacts c where c.org_id = projects.org_id and c.project_id = projects.id
          and (c.name ilike ${pattern} or c.mobile = ${words}))))`,
    )
    .orderBy(sql`stage in ('流失', '否决')`)
    .orderBy(sql`name = ${words} desc`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toProject);
}

/** Names and investors of the projects that moved last, for searches that tolerate slips. */
export const projectNames = (
  tx: OrgTx,
  limit: number,
): Promise<
  readonly {
    readonly id: number;
    readonly name: string;
    readonly investor: string | null;
    readonly unitId: number | null;
  }[]
> =>
  tx.sql
    .selectFrom('projects')
    .select(['id', 'name', 'investor', 'unit_id as unitId'])
    .orderBy('last_progress_on', 'desc')
    .limit(limit)
    .execute();

/** Open projects that a text names: by number, by the investor's short name, or by the project's name without 项目. */
export async function projectsNamedIn(
  tx: OrgTx,
  text: string,
  numbers: readonly number[],
): Promise<readonly Project[]> {
  const { rows } = await sql<Selectable<ProjectRow>>`
    select * from projects where org_id = ${tx.orgId} and stage not in ('流失', '否决')
      and (id = any(${[...numbers]}::integer[])
        or (cardinality(${[...numbers]}::integer[]) = 0 and (
          (length(investor_key) >= 3 and strpos(${text}, investor_key) > 0)
          or (length(investor) >= 4 and strpos(${text}, investor) > 0)
          or (length(name) >= 5 and strpos(${text}, regexp_replace(name, '项目$', '')) > 0))))
    order by id desc limit 20`.execute(tx.sql);
  return rows.map(toProject);
}

/** Open projects that may be the same: equal credit code, equal contact mobile, a similar investor, or the same
 * project where no investor is named. Best first. */
export async function findAlike(
  tx: OrgTx,
  lead: {
    readonly investorKey: string | null;
    readonly creditCode: string | null;
    readonly mobile: string | null;
    readonly name: string | null;
  },
  threshold: number,
): Promise<readonly (Project & { readonly because: 'code' | 'mobile' | 'name' | 'project' })[]> {
  const { rows } = await sql<Selectable<ProjectRow> & { because: 'code' | 'mobile' | 'name' | 'project' }>`
    select found.* from (select p.*, similarity(p.investor_key, ${lead.investorKey}) as likeness, case when p.credit_code = ${lead.creditCode} then 'code'
        when exists (select 1 from project_contacts c where c.org_id = p.org_id and c.project_id = p.id and c.mobile = ${lead.mobile}) then 'mobile'
        when p.name = ${lead.name} then 'project'
        else 'name' end as because
    from projects p
    where p.stage not in ('流失', '否决') and p.adjudication <> 'refused'
      and (p.credit_code = ${lead.creditCode} or p.name = ${lead.name}
        or exists (select 1 from project_contacts c where c.org_id = p.org_id and c.project_id = p.id and c.mobile = ${lead.mobile})
        or (p.investor_key = ${lead.investorKey} or similarity(p.investor_key, ${lead.investorKey}) >= ${threshold}
          or (length(${lead.investorKey}::text) >= 3 and (p.investor_key like '%' || ${lead.investorKey} || '%'
            or (length(p.investor_key) >= 3 and ${lead.investorKey}::text like '%' || p.investor_key || '%')))))
    ) as found order by because = 'name', likeness desc nulls last, id limit 3`.execute(tx.sql);
  return rows.map((row) => ({ ...toProject(row), because: row.because }));
}
