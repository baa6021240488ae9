import { sql } from 'kysely';
import type { ReportModel } from '../domain/report/model.ts';
import { insertRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';

/** A report as it was published. */
export interface StoredReport {
  readonly id: number;
  readonly kind: string;
  readonly period: string;
  readonly edition: number;
  /** Its scheme's version; null: the scheme every org starts with. */
  readonly schemeId: number | null;
  readonly model: ReportModel;
  readonly inputs: unknown;
  readonly hash: string;
  readonly cutOff: Date;
}

/** Keeps a report. Its inputs and model are never changed again. */
export async function insertReport(
  tx: OrgTx,
  report: Pick<StoredReport, 'kind' | 'period' | 'model' | 'inputs' | 'hash' | 'cutOff' | 'schemeId'> & {
    /** A 更正: the edition it corrects, and why. */
    readonly corrects?: { readonly id: number; readonly edition: number; readonly reason: string };
  },
): Promise<StoredReport> {
  const row = await insertRecord(tx, 'reports', {
    kind: report.kind,
    period: report.period,
    scheme_id: report.schemeId,
    cut_off: report.cutOff,
    inputs: toJson(report.inputs),
    model: toJson(report.model),
    hash: report.hash,
    published_at: report.cutOff,
    ...(report.corrects
      ? { edition: report.corrects.edition + 1, corrects_id: report.corrects.id, correction: report.corrects.reason }
      : {}),
  });
  tx.changes.pop();
  return toReport(row);
}

/** Ties a file to a report. */
export async function insertReportFile(
  tx: OrgTx,
  reportId: number,
  file: { name: string; fileId: string; alt: string | null },
): Promise<void> {
  await tx.sql
    .insertInto('report_files')
    .values({ report_id: reportId, name: file.name, file_id: file.fileId, alt: file.alt })
    .execute();
}

/** When the first editions of these reports were cut, by period. */
export async function keptCuts(
  tx: OrgTx,
  kind: string,
  periods: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.sql
    .selectFrom('reports')
    .select(['period', 'cut_off'])
    .where('kind', '=', kind)
    .where('period', 'in', periods)
    .where('edition', '=', 1)
    .execute();
  return new Map(rows.map((row) => [row.period, row.cut_off]));
}

/** The latest edition of a published report with its files; null when it was not published. */
export async function findReport(tx: OrgTx, kind: string, period: string) {
  const row = await tx.sql
    .selectFrom('reports')
    .selectAll()
    .where('kind', '=', kind)
    .where('period', '=', period)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { rows: files } = await sql<{ id: string; name: string; mime: string; size: number; alt: string | null }>`
    select f.id, f.name, f.mime, f.size, r.alt from report_files r join files f on f.org_id = r.org_id and f.id = r.file_id
    where r.org_id = ${tx.orgId} and r.report_id = ${row.id} order by f.mime <> 'image/png', f.name`.execute(tx.sql);
  return { report: toReport(row), files };
}

/** What a period's report said first; null when it was not published by an instant. */
export async function findFirstEdition(
  tx: OrgTx,
  kind: string,
  period: string,
  by: Date,
): Promise<StoredReport | null> {
  const row = await tx.sql
    .selectFrom('reports')
    .selectAll()
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('edition', '=', 1)
    .where('published_at', '<=', by)
    .executeTakeFirst();
  return row ? toReport(row) : null;
}

/** Every published report, oldest first, for recomputing. */
export async function allReports(tx: OrgTx): Promise<readonly StoredReport[]> {
  return (await tx.sql.selectFrom('reports').selectAll().orderBy('id').execute()).map(toReport);
}

function toReport(row: {
  id: number;
  kind: string;
  period: string;
  edition: number;
  scheme_id: number | null;
  model: unknown;
  inputs: unknown;
  hash: string;
  cut_off: Date;
}): StoredReport {
  return {
    id: row.id,
    kind: row.kind,
    period: row.period,
    edition: row.edition,
    schemeId: row.scheme_id,
    model: row.model as ReportModel,
    inputs: row.inputs,
    hash: row.hash,
    cutOff: row.cut_off,
  };
}
