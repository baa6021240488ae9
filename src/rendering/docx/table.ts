import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** Width of the type area in twentieths of a point. */
export const TEXT_WIDTH = 8850;

/** A column: its head, the unit beneath it, its share of the width. */
export interface Column {
  readonly head: string;
  readonly unit?: string;
  readonly share: number;
  readonly right?: boolean;
}

/** A font for Chinese, with Times New Roman for digits. */
export const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });

/** Lines around a table, and inside it. */
export const OUTER = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
export const INNER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** A table as official papers draw it: fixed widths, heads repeated, rows not split; a row of one cell runs over all columns. */
export function table(
  columns: readonly Column[],
  rows: readonly { readonly cells: readonly string[]; readonly bold: boolean }[],
): Table {
  const all = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((TEXT_WIDTH * column.share) / all));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cell([column.head, column.unit ?? ''].filter(Boolean), widths[at] ?? 0, { bold: true }),
    ),
  });
  const body = rows.map(
    ({ cells, bold }) =>
      new TableRow({
        cantSplit: true,
        children:
          cells.length === 1
            ? [cell([...cells], TEXT_WIDTH, { bold, span: columns.length })]
            : cells.map((text, at) => cell([text], widths[at] ?? 0, { bold, right: columns[at]?.right ?? false })),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: OUTER, bottom: OUTER, left: OUTER, right: OUTER, insideHorizontal: INNER, insideVertical: INNER },
    rows: [head, ...body],
  });
}

function cell(
  lines: readonly string[],
  width: number,
  { bold = false, right = false, span = 1 }: { bold?: boolean; right?: boolean; span?: number },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: right ? 160 : 80, top: 30, bottom: 30 },
    children: lines.map(
      (text) =>
        new Paragraph({
          alignment: right ? AlignmentType.RIGHT : AlignmentType.CENTER,
          children: [new TextRun({ text, bold, font: font('仿宋_GB2312'), size: 22 })],
        }),
    ),
  });
}
