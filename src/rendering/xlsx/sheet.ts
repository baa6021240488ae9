import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Decimal } from '../../domain/money/decimal.ts';
import { body, bodyHeight, type CellContent, FONT, head, linesOf } from './sheet-style.ts';

export type { CellContent };

/** A column: its head (the unit stands in it), its width in characters, and under which upper head it stands. */
export interface ColumnHead {
  readonly head: string;
  readonly width: number;
  readonly over?: string;
}

/** A sheet as offices lay it out: title over all columns, a line of notes, one or two rows of heads, then the body. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** 填报单位, 截止时间, 单位: parts with two wide spaces between, set left, middle and right. */
  readonly subtitle: string;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Rows set in bold (合计, 小计), by index of `rows`. */
  readonly bold?: readonly number[];
  readonly note?: string;
  /** Who signs beneath the table: "审核人". */
  readonly signatures?: readonly string[];
  /** Columns that stay when scrolling sideways. */
  readonly frozenColumns?: number;
}

/** A text cell. */
export const words = (value: string | null): CellContent => ({ kind: 'text', value });
/** A number cell with so many places. */
export const figure = (value: Decimal | number | null, places = 2): CellContent => ({ kind: 'number', value, places });
/** A rate as a percent cell; null shows —. */
export const rate = (value: number | null): CellContent => ({ kind: 'percent', value });
/** A real date cell. */
export const dayCell = (value: CalendarDate | null): CellContent => ({ kind: 'date', value });

/** The workbook's bytes. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet) });
}

/** A table of no more rows is printed on one page. */
const ONE_PAGE = 40;
/** From this many characters across, a page is A3. */
const WIDE = 200;

function toSheet(sheet: Sheet): WriteSheet {
  const twoHeads = sheet.columns.some((column) => column.over !== undefined);
  const top = twoHeads ? 4 : 3;
  const page = new Page(sheet.columns);
  page.line(0, { value: sheet.title, height: 34, size: 16, bold: true, align: 'center' });
  page.parts(1, sheet.subtitle.split('　　'));
  if (twoHeads) page.merges.push(...headMerges(sheet.columns));
  for (const [at, column] of sheet.columns.entries()) {
    if (twoHeads) page.put(2, at, head(column.over ?? column.head));
    page.put(top - 1, at, head(column.head));
  }
  for (const row of twoHeads ? [2, 3] : [2]) page.heights.set(row, { height: row === 2 && twoHeads ? 24 : 34 });
  for (const [at, row] of sheet.rows.entries()) {
    for (const [column, content] of row.entries())
      page.put(top + at, column, body(content, sheet.bold?.includes(at) ?? false));
    page.heights.set(top + at, { height: bodyHeight(row, sheet.columns) });
  }
  const end = top + sheet.rows.length;
  if (sheet.note) page.line(end, { value: sheet.note, height: 0, size: 10, bold: false, align: 'left' });
  if (sheet.signatures)
    page.parts(
      end + (sheet.note ? 1 : 0),
      sheet.signatures.map((name) => `${name}：`),
    );
  return {
    name: sheet.name.slice(0, 31),
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows: [],
    cells: page.cells,
    merges: page.merges,
    freezePane: { rows: top, columns: sheet.frozenColumns ?? 2 },
    rowDefs: page.heights,
    pageSetup: {
      ...{ paperSize: page.width > WIDE ? 'a3' : 'a4', orientation: 'landscape', horizontalCentered: true },
      ...{
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: sheet.rows.length > ONE_PAGE ? 0 : 1,
        printTitlesRow: `$1:$${top}`,
      },
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

interface Line {
  readonly value: string;
  /** Points; 0: as many as its words need. */
  readonly height: number;
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
}

/** Cells, merges and heights of a sheet while it is laid out. */
class Page {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  readonly heights = new Map<number, { height: number }>();
  readonly width: number;
  private readonly columns: readonly ColumnHead[];

  constructor(columns: readonly ColumnHead[]) {
    this.columns = columns;
    this.width = columns.reduce((sum, column) => sum + column.width, 0);
  }

  put(row: number, column: number, cell: Partial<Cell>): void {
    this.cells.set(`${row},${column}`, cell);
  }

  /** A line over all columns. */
  line(row: number, line: Line): void {
    this.span(row, 0, this.columns.length - 1, line);
    this.heights.set(row, { height: line.height || 6 + linesOf(line.value, this.width) * 14 });
  }

  /** Up to three parts of a line: left, middle, right. */
  parts(row: number, parts: readonly string[]): void {
    const last = this.columns.length - 1;
    const shown = last + 1 < parts.length ? [parts.join('　　')] : parts;
    for (const [at, value] of shown.entries()) {
      const from = Math.round((at * (last + 1)) / shown.length);
      const to = Math.round(((at + 1) * (last + 1)) / shown.length) - 1;
      const align = at === 0 ? 'left' : at === shown.length - 1 ? 'right' : 'center';
      this.span(row, from, to, { value, height: 0, size: 11, bold: false, align });
    }
    this.heights.set(row, { height: 22 });
  }

  private span(row: number, from: number, to: number, { value, size, bold, align }: Line): void {
    const alignment = { horizontal: align, vertical: 'center' as const, wrapText: align === 'left' && size < 11 };
    this.put(row, from, { value, type: 'string', style: { font: { ...FONT, size, bold }, alignment } });
    if (to > from) this.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
  }
}

/** Upper heads run over their columns; a column without one runs down both rows. */
function headMerges(columns: readonly ColumnHead[]) {
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    ...{ startRow, startCol, endRow, endCol },
  });
  const merges = [];
  for (let at = 0; at < columns.length; ) {
    const over = columns[at]?.over;
    let end = at;
    while (over !== undefined && columns[end + 1]?.over === over) end += 1;
    if (over === undefined) merges.push(merge(2, at, 3, at));
    else if (end > at) merges.push(merge(2, at, 2, end));
    at = end + 1;
  }
  return merges;
}
