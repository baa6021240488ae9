import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecords, updateRecords } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** What an import compares its rows with. */
export interface KnownProject {
  readonly id: number;
  readonly name: string;
  readonly investor: string | null;
  readonly investorKey: string | null;
  readonly unitId: number | null;
  readonly stage: string;
  readonly amount: Decimal | null;
  readonly creditCode: string | null;
  readonly chain: string | null;
  readonly industry: string | null;
  readonly sourceMethod: string | null;
  readonly land: Decimal | null;
  readonly nextStep: string | null;
  readonly stageOn: CalendarDate;
  readonly agreement: Decimal | null;
  /** Verified funds in place. */
  readonly funds: Decimal;
}

/** The projects that the rows of an import may mean: by number, name, investor or credit code. */
export async function knownProjects(
  tx: OrgTx,
  by: { ids: readonly number[]; names: readonly string[]; keys: readonly string[]; codes: readonly string[] },
): Promise<readonly KnownProject[]> {
  const { rows } = await sql<Omit<KnownProject, 'funds'> & { funds: string | null }>`
    select id, name, investor, investor_key as "investorKey", unit_id as "unitId", stage, investment_wan as amount,
      credit_code as "creditCode", chain, industry, source_method as "sourceMethod",
      land_mu as land, next_step as "nextStep", stage_on as "stageOn", agreement_wan as agreement, money.funds
    from projects left join (
      select project_id, sum(amount) as funds from entries where kind = 'funds' and booked_on is not null group by project_id
    ) money on money.project_id = projects.id
    where id = any(${[...by.ids]}) or name = any(${[...by.names]}) or investor_key = any(${[...by.keys]})
      or credit_code = any(${[...by.codes]})
    order by id`.execute(tx.sql);
  return rows.map((row) => ({
    ...row,
    amount: given(row.amount),
    land: given(row.land),
    agreement: given(row.agreement),
    funds: given(row.funds) ?? decimal('0'),
  }));
}

const given = (text: string | null): Decimal | null => (text === null ? null : decimal(text));

/** The facts of a project that a sheet may carry. */
export interface ProjectFacts {
  readonly name?: string;
  readonly investor?: string;
  readonly investorKey?: string;
  readonly amount?: Decimal;
  readonly creditCode?: string;
  readonly chain?: string;
  readonly sourceMethod?: string;
  readonly land?: Decimal;
  readonly nextStep?: string;
}

/** A project as a sheet brings it in. */
export interface ImportedProject extends ProjectFacts {
  readonly name: string;
  readonly unitId: number;
  readonly stage: string;
  /** A stage beyond talks is a report that staff still verify. */
  readonly toVerify: boolean;
  /** The day it reached the stage. */
  readonly stageOn: CalendarDate;
  readonly agreement: Decimal | null;
  readonly reportedOn: CalendarDate;
  readonly reportedAt: Date;
  readonly reportedBy: number;
  readonly contact: { readonly name: string | null; readonly mobile: string | null } | null;
}

/** Files imported projects with their contacts, whole shares and, where there is one, their reported stage. */
export async function insertImported(tx: OrgTx, projects: readonly ImportedProject[]): Promise<void> {
  const ids = await insertRecords(tx, 'projects', projects.map(projectRow), 'X');
  const numbered = projects.map((project, index) => ({ project, project_id: ids[index] ?? 0 }));
  await insertRecords(
    tx,
    'project_shares',
    numbered.map(({ project, project_id }) => ({
      project_id,
      unit_id: project.unitId,
      share: '1',
      from_on: project.reportedOn,
    })),
  );
  await insertRecords(
    tx,
    'project_contacts',
    numbered.flatMap(({ project, project_id }) => (project.contact ? [{ project_id, ...project.contact }] : [])),
  );
  await insertRecords(
    tx,
    'project_events',
    numbered.flatMap(({ project, project_id }) => (project.toVerify ? [stageRow(project, project_id)] : [])),
  );
}

/** Columns a row does not name have the table's defaults; so every row names the same ones. */
const projectRow = (project: ImportedProject) => ({
  investor: null,
  investor_key: null,
  investment_wan: null,
  credit_code: null,
  chain: null,
  source_method: null,
  land_mu: null,
  next_step: null,
  agreement_wan: project.agreement,
  ...columns(project),
  name: project.name,
  unit_id: project.unitId,
  stage: project.stage,
  stage_state: project.toVerify ? 'reported' : 'verified',
  stage_on: project.stageOn,
  first_unit_id: project.unitId,
  first_reported_by: project.reportedBy,
  first_reported_at: project.reportedAt,
  protected_from: project.reportedAt,
  last_progress_on: project.reportedOn,
});

const stageRow = (project: ImportedProject, project_id: number) => ({
  project_id,
  kind: 'stage',
  from_stage: '在谈',
  to_stage: project.stage,
  agreement_wan: project.stage === '签约' ? project.agreement : null,
  occurred_on: project.stageOn,
  note: '导入',
  unit_id: project.unitId,
  state: 'reported',
  reported_by: project.reportedBy,
  reported_at: project.reportedAt,
});

/** Changes the facts of projects. */
export const updateImported = (
  tx: OrgTx,
  changes: readonly { readonly id: number; readonly facts: ProjectFacts }[],
): Promise<void> =>
  updateRecords(
    tx,
    'projects',
    changes.map(({ id, facts }) => ({ id, patch: columns(facts) })),
  );

const columns = (facts: ProjectFacts) => ({
  ...(facts.name === undefined ? {} : { name: facts.name }),
  ...(facts.investor === undefined ? {} : { investor: facts.investor }),
  ...(facts.investorKey === undefined ? {} : { investor_key: facts.investorKey }),
  ...(facts.amount === undefined ? {} : { investment_wan: facts.amount }),
  ...(facts.creditCode === undefined ? {} : { credit_code: facts.creditCode }),
  ...(facts.chain === undefined ? {} : { chain: facts.chain }),
  ...(facts.sourceMethod === undefined ? {} : { source_method: facts.sourceMethod }),
  ...(facts.land === undefined ? {} : { land_mu: facts.land }),
  ...(facts.nextStep === undefined ? {} : { next_step: facts.nextStep }),
});
