import { sql } from 'kysely';
import type { OrgTx } from './org-transaction.ts';

/** Rows after an id, at most so many. */
export interface Slice {
  readonly after: number;
  readonly limit: number;
}

const projects = (tx: OrgTx) =>
  tx.sql
    .selectFrom('projects')
    .leftJoin('units', (join) =>
      join.onRef('units.org_id', '=', 'projects.org_id').onRef('units.id', '=', 'projects.unit_id'),
    )
    .select([
      'projects.id',
      'projects.name',
      'projects.investor',
      'projects.chain',
      'projects.stage',
      'projects.stage_state as stageState',
      'projects.stage_on as stageOn',
      sql<string | null>`trim_scale(projects.investment_wan)`.as('investmentWan'),
      sql<string | null>`trim_scale(projects.agreement_wan)`.as('agreementWan'),
      'units.name as unit',
      'projects.key_project as keyProject',
      'projects.last_progress_on as lastProgressOn',
    ])
    .where('projects.secret_to', 'is', null);

/** Projects in the order of their numbers, without contacts; secret ones are not there. */
export const listApiProjects = (
  tx: OrgTx,
  { after, limit }: Slice,
  { stage, q }: { readonly stage?: string; readonly q?: string },
) =>
  projects(tx)
    .where('projects.id', '>', after)
    .$if(stage !== undefined, (query) => query.where('projects.stage', '=', stage ?? ''))
    .$if(q !== undefined, (query) =>
      query.where(sql<boolean>`strpos(concat_ws(' ', projects.name, projects.investor), ${q ?? ''}) > 0`),
    )
    .orderBy('projects.id')
    .limit(limit)
    .execute();

/** One project; undefined when the org has none of this number. */
export const findApiProject = (tx: OrgTx, id: number) => projects(tx).where('projects.id', '=', id).executeTakeFirst();

const tasks = (tx: OrgTx) =>
  tx.sql
    .selectFrom('tasks')
    .leftJoin('units', (join) =>
      join.onRef('units.org_id', '=', 'tasks.org_id').onRef('units.id', '=', 'tasks.unit_id'),
    )
    .leftJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'tasks.org_id').onRef('people.id', '=', 'tasks.person_id'),
    )
    .select([
      'tasks.id',
      sql<string>`case when exists (select 1 from projects p where p.org_id = tasks.org_id and p.id = tasks.project_id
        and p.secret_to is not null) then '（保密项目）' else tasks.title end`.as('title'),
      'tasks.state',
      'tasks.project_id as projectId',
      'tasks.due_on as dueOn',
      'tasks.created_at as createdAt',
      'tasks.finished_at as finishedAt',
      'units.name as unit',
      'people.name as person',
    ]);

/** Tasks in the order of their numbers. */
export const listApiTasks = (tx: OrgTx, { after, limit }: Slice, state?: string) =>
  tasks(tx)
    .where('tasks.id', '>', after)
    .$if(state !== undefined, (query) => query.where('tasks.state', '=', (state ?? 'done') as 'done'))
    .orderBy('tasks.id')
    .limit(limit)
    .execute();

/** One task; undefined when the org has none of this number. */
export const findApiTask = (tx: OrgTx, id: number) => tasks(tx).where('tasks.id', '=', id).executeTakeFirst();

const reports = (tx: OrgTx) =>
  tx.sql
    .selectFrom('reports')
    .select(['id', 'kind', 'period', 'edition', 'cut_off as cutOff', 'published_at as publishedAt', 'hash', 'model']);

/** Published leaderboards, newest first. */
export const listApiLeaderboards = (tx: OrgTx, kinds: readonly string[], limit: number) =>
  reports(tx).where('kind', 'in', kinds).orderBy('id', 'desc').limit(limit).execute();

/** One published leaderboard with its model. */
export const findApiLeaderboard = (tx: OrgTx, kinds: readonly string[], id: number) =>
  reports(tx).where('kind', 'in', kinds).where('id', '=', id).executeTakeFirst();

/** Pictures and documents of a report. */
export const filesOfReport = (tx: OrgTx, reportId: number) =>
  tx.sql
    .selectFrom('report_files')
    .select(['name', 'file_id as fileId', 'alt'])
    .where('report_id', '=', reportId)
    .orderBy('name')
    .execute();
