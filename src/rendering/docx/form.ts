import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import { FONTS, run } from './paper.ts';
import { font, INNER, OUTER, TEXT_WIDTH } from './table.ts';

const COLUMNS = 12;
const UNIT = Math.floor(TEXT_WIDTH / COLUMNS);
/** Half points: 11 points. */
const SIZE = 22;
const ROW_HEIGHT = 500;

/** A cell of a form: how many of the twelve columns it takes, its lines, a label's or a value's face. */
export interface FormCell {
  readonly span: number;
  readonly lines: readonly string[];
  readonly label?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  /** Lines that stand at the right, after the others: where to sign. */
  readonly sign?: readonly string[];
}

/** A row of cells that fill the twelve columns; `height` in twentieths of a point, at least. */
export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly height?: number;
}

/** A label, in one line or several. */
export const label = (text: string | readonly string[], span = 2): FormCell => ({
  span,
  lines: [text].flat(),
  label: true,
  align: 'center',
});
/** A value; an unknown one stays blank, to be filled in by hand. */
export const value = (text: string | null, span: number, align: FormCell['align'] = 'center'): FormCell => ({
  span,
  lines: [text ?? ''],
  align,
});

/** A form on one grid of twelve columns. Rows are not split over pages. */
export function form(rows: readonly FormRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: UNIT * COLUMNS, type: WidthType.DXA },
    columnWidths: Array.from({ length: COLUMNS }, () => UNIT),
    borders: { top: OUTER, bottom: OUTER, left: OUTER, right: OUTER, insideHorizontal: INNER, insideVertical: INNER },
    rows: rows.map(
      ({ cells, height = ROW_HEIGHT }) =>
        new TableRow({ cantSplit: true, height: { value: height, rule: 'atLeast' }, children: cells.map(cell) }),
    ),
  });
}

function cell({ span, lines, label: isLabel = false, align = 'left', sign = [] }: FormCell): TableCell {
  const face = isLabel ? FONTS.first : FONTS.body;
  const line = (text: string, alignment: 'left' | 'right' | 'center') =>
    new Paragraph({
      alignment: AlignmentType[alignment === 'left' ? 'LEFT' : alignment === 'right' ? 'RIGHT' : 'CENTER'],
      spacing: { line: 310 },
      children: [run(text, { font: font(face), size: SIZE })],
    });
  return new TableCell({
    columnSpan: span,
    width: { size: UNIT * span, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 90, right: 90, top: 40, bottom: 40 },
    children: [...lines.map((text) => line(text, align)), ...sign.map((text) => line(text, 'right'))],
  });
}
