import {
  type ImportedEntry,
  type KnownEntry,
  knownEntries,
  type LedgerProject,
  ledgerProjects,
} from '../db/entry-import.repository.ts';
import { ENTRY_KINDS, type EntryKind } from '../domain/ledger/entry.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import { cellAmount, cellDay, cellText } from '../reading/cell.ts';
import type { ImportRow, ImportTable } from '../reading/import-table.ts';
import type { Acting } from './acting.ts';
import { type PlannedRow, planRows, refuseRow } from './import-plan.ts';
import type { OrgTx } from './transaction.ts';

const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[];

interface Around {
  readonly acting: Acting;
  readonly table: ImportTable;
  readonly projects: ReadonlyMap<number, LedgerProject>;
  readonly byName: ReadonlyMap<string, readonly LedgerProject[]>;
  readonly entries: ReadonlyMap<number, KnownEntry>;
  /** Standing lines and lines of earlier rows, by what makes a double. */
  readonly alike: Map<string, { readonly label: string; readonly voucher: string | null }>;
  readonly byVoucher: Map<string, { readonly label: string; readonly same: string }>;
}

/**
 * Plans an import of ledger lines: each is new, or known by its number or by project, day and amount. A line that was
 * filed is never edited: a row that differs from its number is refused.
 */
export async function planLedgers(tx: OrgTx, acting: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  const texts = (key: string): string[] => table.rows.flatMap((row) => row.cells[key]?.text.trim() || []);
  const projects = await ledgerProjects(tx, {
    ids: [...texts('project'), ...texts('number')].flatMap((text) => numbered(text, 'X') ?? []),
    names: texts('name'),
  });
  const entries = await knownEntries(tx, {
    projects: projects.map(({ id }) => id),
    vouchers: texts('voucher'),
    ids: texts('number').flatMap((text) => numbered(text, 'L') ?? []),
  });
  const around = aroundOf(acting, table, projects, entries);
  return planRows(
    table.rows,
    (row) => (row.cells.name ?? row.cells.project ?? row.cells.number)?.text.slice(0, 30) ?? '（没有项目）',
    (row) => planOne(row, around),
  );
}

function aroundOf(
  acting: Acting,
  table: ImportTable,
  projects: readonly LedgerProject[],
  entries: readonly KnownEntry[],
): Around {
  const byName = new Map<string, LedgerProject[]>();
  for (const project of projects) byName.set(project.name, [...(byName.get(project.name) ?? []), project]);
  const around: Around = {
    acting,
    table,
    projects: new Map(projects.map((project) => [project.id, project])),
    byName,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    alike: new Map(),
    byVoucher: new Map(),
  };
  for (const entry of entries) if (entry.standing) remember(entry, `L${entry.id}`, around);
  return around;
}

type Line = Pick<ImportedEntry, 'projectId' | 'kind' | 'amount' | 'occurredOn' | 'voucher'>;
const sameOf = ({ projectId, kind, amount, occurredOn }: Line): string =>
  `${projectId}|${kind}|${amount}|${occurredOn}`;

function remember(line: Line, label: string, { alike, byVoucher }: Around): void {
  alike.set(sameOf(line), { label, voucher: line.voucher });
  if (line.voucher) byVoucher.set(line.voucher, { label, same: sameOf(line) });
}

function planOne(row: ImportRow, around: Around): Omit<PlannedRow, 'number' | 'label'> {
  const id = numbered(cellText(row.cells.number, '编号') ?? '', 'L');
  const known = id === undefined ? undefined : around.entries.get(id);
  if (id !== undefined && !known) throw refuseRow(`台账里没有编号“L${id}”`);
  const project = known ? projectOfKnown(known, row, around) : projectOf(row, around);
  const lines = linesOf(row, project, known !== undefined, around);
  if (known) return planKnown(known, lines);
  const fresh: ImportedEntry[] = [];
  const details: string[] = [];
  for (const line of lines) {
    const seen = seenBefore(line, around);
    if (seen) details.push(seen);
    if (seen && !seen.endsWith('请核对')) continue;
    fresh.push(line);
    remember(line, `第 ${row.number} 行`, around);
  }
  if (fresh.length === 0) return { outcome: 'same', detail: details.join('；'), write: null };
  return { outcome: 'new', detail: details.join('；'), write: { kind: 'entries', entries: fresh } };
}

/** A double, in words; null for a line that is not there yet. Two vouchers of one day and amount are two lines. */
function seenBefore(line: ImportedEntry, { alike, byVoucher }: Around): string | null {
  const voucher = line.voucher === null ? undefined : byVoucher.get(line.voucher);
  if (voucher && voucher.same !== sameOf(line)) throw refuseRow(`凭证号“${line.voucher}”已用于${voucher.label}`);
  if (voucher) return doubled(voucher.label);
  const same = alike.get(sameOf(line));
  if (!same) return null;
  return line.voucher && same.voucher ? `与${same.label}同日同额，请核对` : doubled(same.label);
}

function doubled(label: string): string {
  if (!label.startsWith('L')) throw refuseRow('和前面的行重复');
  return `与${label}相同，不重复登记`;
}

function planKnown(known: KnownEntry, lines: readonly ImportedEntry[]): Omit<PlannedRow, 'number' | 'label'> {
  const [line] = lines;
  const absolute = known.amount.replace(/^-/, '') as Decimal;
  const same =
    line &&
    lines.length === 1 &&
    sameOf(line) === sameOf({ ...known, amount: absolute }) &&
    (line.voucher ?? known.voucher) === known.voucher;
  if (!same) throw refuseRow(`与台账 L${known.id} 不一致，登记过的不能改，请用“冲销 L${known.id} 原因”后重新登记`);
  return { outcome: 'same', detail: '', write: null };
}

function projectOfKnown(known: KnownEntry, row: ImportRow, around: Around): LedgerProject {
  const id = numbered(cellText(row.cells.project, '项目编号') ?? '', 'X') ?? known.projectId;
  const named = around.projects.get(known.projectId);
  return { id, name: named?.name ?? '', unitId: named?.unitId ?? null };
}

function projectOf(row: ImportRow, { projects, byName }: Around): LedgerProject {
  const number = cellText(row.cells.project, '项目编号') ?? cellText(row.cells.number, '编号');
  const name = cellText(row.cells.name, '项目名称', 100);
  if (number !== undefined) {
    const found = projects.get(numbered(number, 'X') ?? 0);
    if (!found) throw refuseRow(`没有项目“${number.slice(0, 12)}”`);
    if (name !== undefined && name !== found.name) throw refuseRow(`X${found.id} 的名称是“${found.name}”`);
    return found;
  }
  if (name === undefined) throw refuseRow('没有项目编号，也没有项目名称');
  const [found, ...others] = byName.get(name) ?? [];
  if (!found) throw refuseRow(`没有项目“${name.slice(0, 20)}”`);
  if (others.length > 0) throw refuseRow(`有 ${others.length + 1} 个项目叫“${name.slice(0, 20)}”，请填项目编号`);
  return found;
}

/** The lines of a row: one of the kind its column names, or one for each column of money. `signed`: a reversal may come back. */
function linesOf(
  row: ImportRow,
  project: LedgerProject,
  signed: boolean,
  { acting, table }: Around,
): readonly ImportedEntry[] {
  const occurredOn = cellDay(row.cells.occurredOn, '日期', { ...acting, date1904: table.date1904 });
  if (occurredOn === undefined) throw refuseRow('没有日期');
  if (occurredOn > acting.today) throw refuseRow('日期在今天以后');
  const base = {
    projectId: project.id,
    unitId: project.unitId,
    occurredOn,
    voucher: cellText(row.cells.voucher, '凭证号', 40) ?? null,
    note: cellText(row.cells.note, '备注', 200) ?? null,
  };
  const said = row.cells.amount ? [[kindOf(row), 'amount'] as const] : [];
  const lines = [...said, ...KINDS.map((kind) => [kind, kind] as const)].flatMap(([kind, key]) => {
    const amount = moneyOf(row, key, kind, signed, table);
    return amount === undefined ? [] : [{ ...base, kind, amount }];
  });
  if (lines.length === 0) throw refuseRow('没有金额');
  return lines;
}

function moneyOf(row: ImportRow, key: string, kind: EntryKind, signed: boolean, table: ImportTable) {
  const cell = row.cells[key];
  const bare = cell && signed ? { ...cell, text: cell.text.replace(/^-/, '') } : cell;
  const measure = key === 'amount' ? cellText(row.cells.measure, '计量单位', 10) : undefined;
  const currency = ENTRY_KINDS[kind].unit === '万美元' ? 'USD' : 'CNY';
  return cellAmount(bare, key === 'amount' ? '金额' : ENTRY_KINDS[kind].name, measure ?? table.units[key], currency);
}

function kindOf(row: ImportRow): EntryKind {
  const text = cellText(row.cells.kind, '台账', 20);
  if (text === undefined) throw refuseRow('没有说是哪个台账（到位资金、固投、外资……）');
  const kind = KINDS.find((one) => [ENTRY_KINDS[one].name, ENTRY_KINDS[one].word].includes(text));
  if (!kind) throw refuseRow(`没有“${text}”这个台账`);
  return kind;
}

/** "X12", "x12", "12" → 12; undefined for anything else. Bare digits are a project. */
function numbered(text: string, letter: 'X' | 'L'): number | undefined {
  const found = /^([XLＸＬxl#]?)\s*(\d{1,9})$/.exec(text.trim().normalize('NFKC'));
  const said = found?.[1]?.toUpperCase().replace('#', '') || 'X';
  return found && said === letter ? Number(found[2]) : undefined;
}
