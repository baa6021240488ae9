import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Decimal } from '../../domain/money/decimal.ts';

/** What a cell holds: typed, so that Excel can count with it. Text stays text whatever it begins with. */
export type CellContent =
  | { readonly kind: 'text'; readonly value: string | null }
  | { readonly kind: 'number'; readonly value: Decimal | number | null; readonly places: number }
  | { readonly kind: 'percent'; readonly value: number | null }
  | { readonly kind: 'date'; readonly value: CalendarDate | null };

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
  /** 填报单位, 截止时间, 单位. */
  readonly subtitle: string;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Rows set in bold (合计, 小计), by index of `rows`. */
  readonly bold?: readonly number[];
  readonly note?: string;
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

const THIN = { style: 'thin' as const, color: { rgb: 'FFBFBFBF' } };
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const FONT = { name: '宋体', size: 11 };

/** The workbook's bytes. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet) });
}

function toSheet(sheet: Sheet): WriteSheet {
  const twoHeads = sheet.columns.some((column) => column.over !== undefined);
  const top = twoHeads ? 4 : 3;
  const last = sheet.columns.length - 1;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row},${column}`, cell);
  put(0, 0, {
    value: sheet.title,
    type: 'string',
    style: { font: { ...FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  });
  put(1, 0, { value: sheet.subtitle, type: 'string', style: { font: FONT, alignment: { horizontal: 'left' } } });
  const merges = [merge(0, 0, 0, last), merge(1, 0, 1, last), ...(twoHeads ? headMerges(sheet.columns) : [])];
  for (const [at, column] of sheet.columns.entries()) {
    if (twoHeads) put(2, at, head(column.over ?? column.head));
    put(top - 1, at, head(column.over === undefined && twoHeads ? column.head : column.head));
  }
  for (const [at, row] of sheet.rows.entries()) {
    for (const [column, content] of row.entries())
      put(top + at, column, body(content, sheet.bold?.includes(at) ?? false));
  }
  if (sheet.note) {
    const at = top + sheet.rows.length;
    put(at, 0, {
      value: sheet.note,
      type: 'string',
      style: { font: { ...FONT, size: 10 }, alignment: { wrapText: true, vertical: 'top' } },
    });
    merges.push(merge(at, 0, at, last));
  }
  return {
    name: sheet.name.slice(0, 31),
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows: [],
    cells,
    merges,
    freezePane: { rows: top, columns: sheet.frozenColumns ?? 2 },
    rowDefs: new Map([
      [0, { height: 30 }],
      ...[2, 3].slice(0, twoHeads ? 2 : 1).map((row) => [row, { height: 32 }] as const),
      ...sheet.rows.map((row, at) => [top + at, { height: LINE * linesOf(row, sheet.columns) + 3 }] as const),
      ...(sheet.note ? [[top + sheet.rows.length, { height: 60 }] as const] : []),
    ]),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Points of a line of text; programs that open the workbook do not all make room for text that wraps. */
const LINE = 15;

/** How many lines the longest text of a row takes, a Chinese character being two wide. */
const linesOf = (row: readonly CellContent[], columns: readonly ColumnHead[]): number =>
  Math.max(
    1,
    ...row.map((content, at) => {
      if (content.kind !== 'text' || content.value === null) return 1;
      const width = Math.max(1, (columns[at]?.width ?? 8) - 1);
      return content.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
    }),
  );

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

/** Upper heads run over their columns; a column without one runs down both rows. */
function headMerges(columns: readonly ColumnHead[]) {
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

const head = (value: string): Partial<Cell> => ({
  value,
  type: 'string',
  style: {
    font: { ...FONT, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6E9E7' } },
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
});

function body(content: CellContent, bold: boolean): Partial<Cell> {
  const style: CellStyle = {
    font: { ...FONT, bold },
    border: BORDER,
    alignment: { vertical: 'center', wrapText: content.kind === 'text' },
  };
  if (content.value === null)
    return {
      value: content.kind === 'percent' ? '—' : null,
      type: content.kind === 'percent' ? 'string' : 'empty',
      style,
    };
  switch (content.kind) {
    case 'text':
      return { value: content.value, type: 'string', style };
    case 'number':
      return {
        value: Number(content.value),
        type: 'number',
        style: { ...style, numFmt: content.places > 0 ? `#,##0.${'0'.repeat(content.places)}` : '#,##0' },
      };
    case 'percent':
      return { value: content.value, type: 'number', style: { ...style, numFmt: '0.0%' } };
    case 'date':
      return { value: new Date(`${content.value}T00:00:00Z`), type: 'date', style: { ...style, numFmt: 'yyyy-mm-dd' } };
  }
}
