import type { Cell, CellStyle } from 'hucre/xlsx';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Decimal } from '../../domain/money/decimal.ts';

/** What a cell holds: typed, so that Excel can count with it. Text stays text whatever it begins with. */
export type CellContent =
  | { readonly kind: 'text'; readonly value: string | null }
  | { readonly kind: 'number'; readonly value: Decimal | number | null; readonly places: number }
  | { readonly kind: 'percent'; readonly value: number | null }
  | { readonly kind: 'date'; readonly value: CalendarDate | null };

/** The face of all sheets. */
export const FONT = { name: '宋体', size: 11 };

const THIN = { style: 'thin' as const, color: { rgb: 'FFBFBFBF' } };
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** A column's head: bold on a tint, in the middle. */
export const head = (value: string): Partial<Cell> => ({
  value,
  type: 'string',
  style: {
    font: { ...FONT, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6E9E7' } },
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
});

/** A cell of the body by what it holds: words at the left with a little room, figures at the right, days in the middle. */
export function body(content: CellContent, bold: boolean): Partial<Cell> {
  const style: CellStyle = {
    font: { ...FONT, bold },
    border: BORDER,
    ...(bold ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBF6F3' } } } : {}),
    alignment: ALIGNMENT[content.kind],
  };
  if (content.value === null)
    return content.kind === 'percent' ? { value: '—', type: 'string', style } : { value: null, type: 'empty', style };
  switch (content.kind) {
    case 'text':
      return { value: content.value, type: 'string', style };
    case 'number':
      return {
        value: Number(content.value),
        type: 'number',
        style: { ...style, numFmt: `#,##0${content.places > 0 ? `.${'0'.repeat(content.places)}` : ''}${ROOM}` },
      };
    case 'percent':
      return { value: content.value, type: 'number', style: { ...style, numFmt: `0.0%${ROOM}` } };
    case 'date':
      return { value: new Date(`${content.value}T00:00:00Z`), type: 'date', style: { ...style, numFmt: 'yyyy-mm-dd' } };
  }
}

/** A blank as wide as a bracket after a figure, so that it does not touch the words of the next column. */
const ROOM = '_)';

const ALIGNMENT = {
  text: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 },
  number: { horizontal: 'right', vertical: 'center' },
  percent: { horizontal: 'right', vertical: 'center' },
  date: { horizontal: 'center', vertical: 'center' },
} as const;

/** How high a row must be for its longest words, in points. */
export function bodyHeight(row: readonly CellContent[], columns: readonly { readonly width: number }[]): number {
  const lines = row.map(({ kind, value }, at) =>
    kind === 'text' && value ? linesOf(value, (columns[at]?.width ?? 10) - 3) : 1,
  );
  return 7 + Math.max(1, ...lines) * 14;
}

/** How many lines words take in so many characters; a Chinese character is two wide. */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, part) => {
    const wide = [...part].reduce((all, letter) => all + ((letter.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
    return sum + Math.max(1, Math.ceil(wide / Math.max(1, width)));
  }, 0);
