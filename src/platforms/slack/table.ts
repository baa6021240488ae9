import { pieces } from '../../rendering/attachments.ts';
import type { TablePart } from '../../rendering/reply.ts';
import type { Block } from './blocks.ts';
import { SECTION, TABLE_CHARACTERS, TABLE_COLUMNS } from './limits.ts';

/** Whether Slack's own table can hold it. */
export const fitsNative = ({ columns, rows }: TablePart): boolean =>
  columns.length <= TABLE_COLUMNS &&
  [columns.map((column) => column.head), ...rows].flat().join('').length <= TABLE_CHARACTERS;

/** Slack's own table; cells are raw text, in which nothing comes alive. */
export const nativeTable = ({ columns, rows }: TablePart): Block => ({
  type: 'table',
  column_settings: columns.map(({ align }) => ({ align: align ?? 'left', is_wrapped: true })),
  rows: [columns.map((column) => column.head), ...rows].map((cells) =>
    columns.map((_, at) => ({ type: 'raw_text', text: cells[at]?.trim() || '—' })),
  ),
});

/** A table as preformatted lines for workspaces without tables; a Chinese character is two columns wide. */
export function tableLines({ columns, rows }: TablePart): readonly Block[] {
  const all = [columns.map((column) => column.head), ...rows].map((cells) =>
    cells.map((cell) => cell.replaceAll('\n', ' ')),
  );
  const widths = columns.map((_, at) => Math.min(40, Math.max(...all.map((cells) => width(cells[at] ?? '')))));
  const lines = all.map((cells) =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align === 'right'))
      .join('  ')
      .trimEnd(),
  );
  return pieces(lines.join('\n'), SECTION).map((text) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }));
}

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

const pad = (text: string, to: number, right: boolean): string => {
  const fill = ' '.repeat(Math.max(0, to - width(text)));
  return right ? fill + text : text + fill;
};
