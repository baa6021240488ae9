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
