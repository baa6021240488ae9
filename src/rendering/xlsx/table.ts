import type { TablePart } from '../reply.ts';
import { words, workbook } from './sheet.ts';

const HEAD_MOST = 40;
const WIDTH_LEAST = 8;

/** Tables of a reply as a workbook, a sheet each, every cell as the words that were shown. */
export const tableWorkbook = (title: string, tables: readonly TablePart[]): Promise<Uint8Array> =>
  workbook(
    tables.map((table, at) => ({
      name: `表${at + 1}`,
      title: table.heading ?? title,
      subtitle: `共 ${table.rows.length} 行`,
      columns: table.columns.map(({ head }, column) => ({ head, width: widthOf(table, column) })),
      rows: table.rows.map((cells) => table.columns.map((_, column) => words(cells[column] ?? ''))),
    })),
  );

const widthOf = ({ columns, rows }: TablePart, column: number): number => {
  const lengths = [columns[column]?.head ?? '', ...rows.slice(0, 200).map((cells) => cells[column] ?? '')].map(
    (text) => [...text].length * 2,
  );
  return Math.min(HEAD_MOST, Math.max(WIDTH_LEAST, ...lengths));
};
