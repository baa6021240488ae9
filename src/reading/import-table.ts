import { Refusal } from '../domain/refusal.ts';
import { foldWidth } from './clean.ts';
import { IMPORT_COLUMNS, TELLING } from './import-columns.ts';
import type { ImportKind } from './import-kind.ts';
import type { SheetCell, SheetRow } from './sheet-xml.ts';
import type { Workbook } from './workbook.ts';

/** A row of an import by column key. JSON values, so that it can wait for 确认. */
export interface ImportRow {
  /** The row's number in the sheet, as people see it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: Readonly<Record<string, SheetCell>>;
}

/** A table that was recognised by its header. */
export interface ImportTable {
  readonly kind: ImportKind;
  readonly rows: readonly ImportRow[];
  /** The unit in a column's header ("亿元"), by column key. */
  readonly units: Readonly<Record<string, string>>;
  readonly date1904: boolean;
  /** Headers that mean nothing here: shown, not imported. */
  readonly ignored: readonly string[];
}

/**
 * Finds the table in a workbook: the first row of a visible sheet that holds at least two columns of one kind, among
 * them the telling ones. Refusals "import.unknown" (no such header), "import.header-twice", "import.no-rows".
 */
export function readImport(book: Workbook): ImportTable {
  for (const sheet of book.sheets) {
    for (const [index, row] of sheet.rows.slice(0, 10).entries()) {
      const found = headerOf(row, sheet.rows[index + 1]);
      if (!found) continue;
      const units = { ...unitsAbove(sheet.rows.slice(0, index), found), ...found.units };
      return tableOf({ ...found, units }, sheet.rows.slice(index + found.height), book.date1904);
    }
  }
  throw new Refusal('import.unknown');
}

interface Header {
  readonly kind: ImportKind;
  readonly keys: ReadonlyMap<number, string>;
  readonly units: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  /** One row, or two where a second one divides merged heads. */
  readonly height: number;
}

function headerOf(row: SheetRow, next: SheetRow | undefined): Header | null {
  for (const [kind, telling] of TELLING) {
    if (kind === 'ledgers' && keysOf(row, 'projects').has('amount')) continue;
    const found = keysOf(row, kind);
    if (telling.some((key) => !found.has(key))) continue;
    const divided = next && dividesHead(next, kind, found) ? next : undefined;
    return matchHeader(divided ? mergedHeads(row, divided) : row, kind, divided ? 2 : 1);
  }
  return null;
}

/** Key → column, by the heads of a row. */
const keysOf = (row: SheetRow, kind: ImportKind): ReadonlyMap<string, number> =>
  new Map(
    [...row.cells].flatMap(([column, { text }]) => {
      const found = keyOf(text, kind);
      return found ? [[found.key, column] as const] : [];
    }),
  );

/** Whether a row below the heads divides them further: known heads, and nothing where a record has its name. */
function dividesHead(row: SheetRow, kind: ImportKind, above: ReadonlyMap<string, number>): boolean {
  const plain = [...row.cells.values()].every((cell) => cell.kind === 'text' && cell.text.length <= 20);
  const first = above.get(TELLING.find(([one]) => one === kind)?.[1][0] ?? '');
  return plain && keysOf(row, kind).size > 0 && (first === undefined || !row.cells.has(first));
}

/** Two rows of heads as one: the lower head where there is one, with the unit that stands in the head over it. */
function mergedHeads(upper: SheetRow, lower: SheetRow): SheetRow {
  const cells = new Map(upper.cells);
  for (const [column, cell] of lower.cells) {
    const over = [...upper.cells].filter(([at]) => at <= column).at(-1)?.[1].text ?? '';
    const unit = unitOf(cell.text) ? '' : (UNIT.exec(foldWidth(over))?.[0] ?? '');
    cells.set(column, { ...cell, text: `${cell.text}${unit}` });
  }
  return { ...upper, cells };
}

const UNIT = /\((?:单位:|人民币)?(亿元|万元|元|万美元|亿美元|亩)(?:人民币)?\)/;
const unitOf = (head: string): string | undefined => UNIT.exec(foldWidth(head).replace(/\s+/g, ''))?.[1];

/** The key of a head and how early it stands among the heads of that key; undefined for a head that means nothing here. */
function keyOf(head: string, kind: ImportKind): { readonly key: string; readonly order: number } | undefined {
  const bare = foldWidth(head)
    .replace(/[\s*:]+/g, '')
    .replace(/\(.*?\)/g, '');
  const found = Object.entries(IMPORT_COLUMNS[kind]).find(([, heads]) => heads.includes(bare));
  return found && { key: found[0], order: found[1].indexOf(bare) };
}

function matchHeader(row: SheetRow, kind: ImportKind, height: number): Header {
  const best = new Map<string, { column: number; order: number; head: string }>();
  const ignored: string[] = [];
  for (const [column, { text }] of row.cells) {
    const found = keyOf(text, kind);
    const rival = found && best.get(found.key);
    if (!found || (rival && rival.order < found.order)) {
      ignored.push(text.slice(0, 20));
      continue;
    }
    if (rival?.order === found.order) throw new Refusal('import.header-twice', { head: rival.head });
    if (rival) ignored.push(rival.head);
    best.set(found.key, { column, order: found.order, head: text.slice(0, 20) });
  }
  const units = [...best].flatMap(([key, { column }]) => {
    const unit = unitOf(row.cells.get(column)?.text ?? '');
    return unit ? [[key, unit] as const] : [];
  });
  const keys = new Map([...best].map(([key, { column }]) => [column, key]));
  return { kind, keys, units: Object.fromEntries(units), ignored, height };
}

/** Not in the unit of the sheet, whatever that is. */
const OWN_UNIT = ['land', 'foreign-capital', 'trade'];

/** "单位：亿元" above the heads holds for every column without a unit of its own. */
function unitsAbove(rows: readonly SheetRow[], { keys }: Header): Readonly<Record<string, string>> {
  const texts = rows.flatMap((row) => [...row.cells.values()].map(({ text }) => text.replace(/\s+/g, '')));
  const unit = texts.map((text) => /单位[:：](亿元|万元|元)/.exec(text)?.[1]).find(Boolean);
  if (!unit) return {};
  return Object.fromEntries([...keys.values()].filter((key) => !OWN_UNIT.includes(key)).map((key) => [key, unit]));
}

function tableOf({ kind, keys, units, ignored }: Header, body: readonly SheetRow[], date1904: boolean): ImportTable {
  const rows: ImportRow[] = [];
  for (const { number, hidden, cells } of body) {
    const named = [...cells].flatMap(([column, cell]) => {
      const key = keys.get(column);
      return key === undefined ? [] : [[key, cell] as const];
    });
    const first = [...cells.values()][0]?.text ?? '';
    if (named.length === 0 || /^(?:合\s*计|小\s*计|总\s*计|填报说明|审核人|填报人)/.test(first)) continue;
    rows.push({ number, hidden, cells: Object.fromEntries(named) });
  }
  if (rows.length === 0) throw new Refusal('import.no-rows');
  return { kind, rows, units, date1904, ignored };
}
