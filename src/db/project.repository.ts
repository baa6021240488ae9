import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Amount, Area, ForeignAmount } from '../domain/money/decimal.ts';
import { decimal } from '../domain/money/decimal.ts';
import type { LeadDraft } from '../domain/project/lead.ts';
import type { Origin, Project, Stage, Standing } from '../domain/project/project.ts';
import { insertRecord, updateRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';
import type { ProjectRow } from './project.table.ts';

/** The project of a number, or null. */
export async function findProject(tx: OrgTx, id: number): Promise<Project | null> {
  const row = await tx.sql.selectFrom('projects').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toProject(row) : null;
}

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

/** What a new record is filed with. */
export interface NewProject {
  readonly draft: LeadDraft;
  readonly name: string;
  readonly unitId: number | null;
  readonly reportedBy: number;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly adjudication: 'clear' | 'pending';
  readonly duplicateOf: number | null;
  readonly investorKey: string | null;
  readonly origin: Origin | null;
}

/** Files a lead; gives it as it stands. */
export async function insertProject(tx: OrgTx, project: NewProject): Promise<Project> {
  const { draft, now, today } = project;
  const row = await insertRecord(
    tx,
    'projects',
    {
      ...factColumns(draft),
      name: project.name,
      investor_key: project.investorKey,
      origin: project.origin,
      project_type: draft.projectType,
      foreign_funded: draft.projectType === '外资' || draft.foreignPlan !== null,
      unit_id: project.unitId,
      stage: draft.stage,
      stage_on: today,
      first_unit_id: project.unitId,
      first_reported_by: project.reportedBy,
      first_reported_at: now,
      protected_from: now,
      last_progress_on: today,
      adjudication: project.adjudication,
      duplicate_of: project.duplicateOf,
    },
    'X',
  );
  return toProject(row);
}

/** The columns of what people say about a project. Null facts are left as they are. */
export function factColumns(draft: Partial<LeadDraft>) {
  const given = {
    name: draft.name,
    investor: draft.investor,
    credit_code: draft.creditCode,
    chain: draft.chain,
    industry: draft.industry,
    investment_wan: draft.investment,
    investment_max_wan: draft.investmentMax,
    approximate: draft.approximate,
    fixed_assets_plan_wan: draft.fixedAssetsPlan,
    foreign_plan_wan_usd: draft.foreignPlan,
    other_currency: draft.otherCurrency ? toJson(draft.otherCurrency) : undefined,
    investor_region: draft.investorRegion,
    land_mu: draft.land,
    jobs: draft.jobs,
    output_wan: draft.output,
    tax_wan: draft.tax,
    source_method: draft.sourceMethod,
    referrer: draft.referrer,
    site: draft.site,
    leader: draft.leader,
    team: draft.team,
    plan: draft.plan,
    service_officer: draft.serviceOfficer,
    likelihood: draft.likelihood,
    expected_on: draft.expectedOn,
    expected_stage: draft.expectedStage,
    next_step: draft.nextStep,
    next_step_on: draft.nextStepOn,
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<{
    [Name in keyof typeof given]: NonNullable<(typeof given)[Name]>;
  }>;
}

/** Changes a project while its version is the one that was read (any version when not given); null when it was not. */
export async function changeProject(
  tx: OrgTx,
  id: number,
  patch: Parameters<typeof updateRecord<'projects'>>[3],
  where: Parameters<typeof updateRecord<'projects'>>[4] = sql`true`,
): Promise<Project | null> {
  const row = await updateRecord(tx, 'projects', id, patch, where);
  return row ? toProject(row) : null;
}

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

/** Row → domain. */
export function toProject(row: Selectable<ProjectRow>): Project {
  return {
    id: row.id,
    name: row.name,
    investor: row.investor,
    creditCode: row.credit_code,
    chain: row.chain,
    chainNode: row.chain_node,
    industry: row.industry,
    investment: money<Amount>(row.investment_wan),
    investmentMax: money<Amount>(row.investment_max_wan),
    approximate: row.approximate,
    agreement: money<Amount>(row.agreement_wan),
    fixedAssetsPlan: money<Amount>(row.fixed_assets_plan_wan),
    foreignPlan: money<ForeignAmount>(row.foreign_plan_wan_usd),
    foreignFunded: row.foreign_funded,
    projectType: row.project_type,
    investorRegion: row.investor_region,
    origin: row.origin,
    land: money<Area>(row.land_mu),
    jobs: row.jobs,
    output: money<Amount>(row.output_wan),
    tax: money<Amount>(row.tax_wan),
    sourceMethod: row.source_method,
    referrer: row.referrer,
    site: row.site,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    unitId: row.unit_id,
    leader: row.leader,
    team: row.team,
    plan: row.plan,
    serviceOfficer: row.service_officer,
    tags: row.tags,
    keyProject: row.key_project,
    stage: row.stage as Standing,
    stageState: row.stage_state,
    stageOn: row.stage_on,
    lostReason: row.lost_reason,
    lostTo: row.lost_to,
    likelihood: row.likelihood,
    expectedOn: row.expected_on,
    expectedStage: row.expected_stage as Stage | null,
    firstUnitId: row.first_unit_id,
    firstReportedBy: row.first_reported_by,
    firstReportedAt: row.first_reported_at,
    protectedFrom: row.protected_from,
    lastProgressOn: row.last_progress_on,
    poolSince: row.pool_since,
    poolFromUnitId: row.pool_from_unit_id,
    adjudication: row.adjudication,
    secretTo: row.secret_to,
    secret: row.secret as Project['secret'],
    version: row.version,
  };
}

const money = <T extends Amount | ForeignAmount | Area>(value: string | null): T | null =>
  value === null ? null : decimal<T>(value);
