import { Refusal } from '../domain/refusal.ts';
import type { ImportKind } from '../reading/import-kind.ts';
import { type ImportTable, readImport } from '../reading/import-table.ts';
import { readWorkbook } from '../reading/workbook.ts';
import type { Acting } from './acting.ts';
import { planChains } from './import-chains.service.ts';
import { planLedgers } from './import-ledgers.service.ts';
import { planPlaces, planPolicies, planResources } from './import-lists.service.ts';
import type { PlannedRow } from './import-plan.ts';
import { planProjects } from './import-projects.service.ts';
import { planRoster } from './import-roster.service.ts';
import { planTargets } from './import-targets.service.ts';
import { writeRows } from './import-write.service.ts';
import { type Asker, ask, drop, question, settle } from './pending.service.ts';
import { requireSetUp } from './roster.service.ts';
import type { OrgTx } from './transaction.ts';

export { type PlannedRow, writeRows };

/** What an import would do, before anything is written. `id` is the question that 确认 answers; null when nothing would. */
export interface ImportPreview {
  readonly id: number | null;
  readonly kind: ImportKind;
  readonly rows: readonly PlannedRow[];
  readonly ignored: readonly string[];
}

/** What 确认 came to. `changed` is false when it had been confirmed or given up before. */
export interface Imported {
  readonly kind: ImportKind;
  readonly state: 'written' | 'before' | 'dropped';
  readonly rows: readonly PlannedRow[];
}

/** Reads an .xlsx and shows what it would do. Refusals "workbook.*", "import.*", "access.denied". */
export async function previewImport(tx: OrgTx, acting: Acting & Asker, bytes: Buffer): Promise<ImportPreview> {
  requireSetUp(acting, '导入');
  const table = await readTable(bytes);
  const rows = await planImport(tx, acting, table);
  const writes = rows.some(({ write }) => write !== null);
  const id = writes ? await ask(tx, acting, { command: '导入', action: 'answer', args: { table }, minutes: 60 }) : null;
  return { id, kind: table.kind, rows, ignored: table.ignored };
}

/**
 * 确认: plans again against what is now, and writes every row that is not refused, all in the open transaction: if one
 * fails, none is written. Confirmed before: writes nothing and says so.
 */
export async function confirmImport(tx: OrgTx, acting: Acting & Asker, id: number): Promise<Imported> {
  requireSetUp(acting, '导入');
  const asked = await question(tx, acting, id);
  const table = asked.args.table as ImportTable;
  if (asked.state !== 'open') {
    return { kind: table.kind, state: asked.state === 'used' ? 'before' : 'dropped', rows: [] };
  }
  const rows = await planImport(tx, acting, table);
  await writeRows(tx, acting, rows);
  await settle(tx, id);
  return { kind: table.kind, state: 'written', rows };
}

/** Gives an import up. */
export async function dropImport(tx: OrgTx, acting: Acting & Asker, id: number): Promise<void> {
  await question(tx, acting, id);
  await drop(tx, id);
}

/** Reads an .xlsx that people made as one of the kinds of table. Refusals "workbook.*", "import.*". */
export const readTable = async (bytes: Buffer): Promise<ImportTable> => readImport(await readWorkbook(bytes));

/** What would become of each row now. Refusal "access.denied" for whoever may not set up. */
export function planImport(tx: OrgTx, acting: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  requireSetUp(acting, '导入');
  switch (table.kind) {
    case 'projects':
      return planProjects(tx, acting, table);
    case 'chains':
      return planChains(acting, table);
    case 'ledgers':
      return planLedgers(tx, acting, table);
    case 'roster':
      return planRoster(tx, acting, table);
    case 'targets':
      return planTargets(tx, acting, table);
    case 'resources':
      return planResources(tx, acting, table);
    case 'policies':
      return planPolicies(tx, acting, table);
    case 'places':
      return planPlaces(tx, acting, table);
  }
}

/** The bytes of the one file that came along. Refusals "import.no-file", "import.one-file". */
export function onlyFile(files: readonly { readonly name: string; readonly base64: string }[]): Buffer {
  const [file, more] = files;
  if (!file) throw new Refusal('import.no-file');
  if (more) throw new Refusal('import.one-file');
  return Buffer.from(file.base64, 'base64');
}
