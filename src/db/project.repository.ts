import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Amount, Area, ForeignAmount } from '../domain/money/decimal.ts';
import { decimal } from '../domain/money/decimal.ts';
import type { Project, Standing } from '../domain/project/project.ts';
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
    .where((where) => where.or([where('name', 'ilike', pattern), where('investor', 'ilike', pattern)]))
    .orderBy(sql`stage in ('流失', '否决')`)
    .orderBy(sql`name = ${words} desc`)
    .orderBy('id', 'desc')
    .limit(limit)
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
    firstUnitId: row.first_unit_id,
    firstReportedBy: row.first_reported_by,
    firstReportedAt: row.first_reported_at,
    protectedFrom: row.protected_from,
    lastProgressOn: row.last_progress_on,
    poolSince: row.pool_since,
    adjudication: row.adjudication,
    version: row.version,
  };
}

const money = <T extends Amount | ForeignAmount | Area>(value: string | null): T | null =>
  value === null ? null : decimal<T>(value);
