import type { Selectable } from 'kysely';
import { type RawBuilder, sql } from 'kysely';
import type { Project } from '../domain/project/project.ts';
import type { OrgTx } from './org-transaction.ts';
import { toProject } from './project.repository.ts';
import type { ProjectRow } from './project.table.ts';

/** Which projects are listed. `none`: none at all. */
export interface ProjectFilter {
  readonly unitId: number | null;
  readonly none: boolean;
  readonly pool: boolean;
  readonly stage: string | null;
  readonly chain: string | null;
  readonly words: string | null;
  /** Only those whose next stage has an expected day. */
  readonly expected: boolean;
}

/** A project with the names and sums that the register shows. */
export interface RegisterRow {
  readonly project: Project;
  readonly unitName: string | null;
  readonly contact: string | null;
  readonly mobile: string | null;
  /** Verified funds in place, 万元. */
  readonly funds: string;
  readonly lastNote: string | null;
}

/** Projects of a filter, the latest progress first. */
export async function listProjects(
  tx: OrgTx,
  filter: ProjectFilter,
  limit: number,
  offset: number,
): Promise<readonly RegisterRow[]> {
  const { rows } = await sql<Selectable<ProjectRow> & Omit<RegisterRow, 'project'>>`
    select p.*, u.name as "unitName", c.name as contact, c.mobile,
      (select coalesce(sum(e.amount), 0) from entries e where e.org_id = p.org_id and e.project_id = p.id and e.kind = 'funds' and e.booked_on is not null) as funds,
      (select e.note from project_events e where e.org_id = p.org_id and e.project_id = p.id and e.kind = 'progress' order by e.id desc limit 1) as "lastNote"
    from projects p left join units u on u.org_id = p.org_id and u.id = p.unit_id
    left join lateral (select name, mobile from project_contacts c where c.org_id = p.org_id and c.project_id = p.id order by id limit 1) c on true
    where ${whereOf(filter)} order by case when ${filter.expected}::boolean then p.expected_on end, p.last_progress_on desc, p.id desc limit ${limit} offset ${offset}`.execute(
    tx.sql,
  );
  return rows.map(({ unitName, contact, mobile, funds, lastNote, ...row }) => {
    const open = row.secret_to === null;
    return {
      project: toProject(row),
      unitName,
      contact: open ? contact : null,
      mobile: open ? mobile : null,
      funds,
      lastNote: open ? lastNote : null,
    };
  });
}

/** How many projects a filter has. */
export async function countProjects(tx: OrgTx, filter: ProjectFilter): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from projects p where ${whereOf(filter)}`.execute(
    tx.sql,
  );
  return Number(rows[0]?.count ?? 0);
}

/** How many stand at each stage. */
export async function stageCounts(
  tx: OrgTx,
  filter: ProjectFilter,
): Promise<readonly { readonly stage: string; readonly count: number }[]> {
  const { rows } = await sql<{
    stage: string;
    count: string;
  }>`select stage, count(*) from projects p where ${whereOf(filter)} group by stage`.execute(tx.sql);
  return rows.map((row) => ({ stage: row.stage, count: Number(row.count) }));
}

/** How many lost projects of a filter share a reason and a place. */
export async function lossCounts(
  tx: OrgTx,
  filter: ProjectFilter,
): Promise<readonly { readonly reason: string | null; readonly to: string | null; readonly count: number }[]> {
  const { rows } = await sql<{ reason: string | null; to: string | null; count: number }>`
    select lost_reason as reason, lost_to as "to", count(*)::integer as count
    from projects p where ${whereOf(filter)} group by 1, 2`.execute(tx.sql);
  return rows;
}

/** How many of each unit's projects stand at each stage. */
export async function stageCountsByUnit(
  tx: OrgTx,
): Promise<readonly { readonly unitId: number; readonly stage: string; readonly count: number }[]> {
  const { rows } = await sql<{ unitId: number; stage: string; count: string }>`
    select unit_id as "unitId", stage, count(*) from projects where unit_id is not null group by 1, 2`.execute(tx.sql);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

function whereOf({ unitId, none, pool, stage, chain, words, expected }: ProjectFilter): RawBuilder<unknown> {
  const pattern = words === null ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${!none}::boolean
    and (${unitId}::integer is null or p.unit_id = ${unitId})
    and (not ${pool}::boolean or (p.unit_id is null and p.pool_since is not null))
    and (not ${expected}::boolean or (p.expected_on is not null and p.stage not in ('搁置', '流失', '否决')))
    and (${stage}::text is null or p.stage = ${stage})
    and (${chain}::text is null or p.chain = ${chain})
    and (${pattern}::text is null or p.name ilike ${pattern} or p.investor ilike ${pattern})`;
}
