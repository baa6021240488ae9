import { tryDecimal } from '../../domain/money/decimal.ts';
import type { BoardModel, BoardRow } from '../../domain/report/model.ts';
import { type CellContent, figure, words, workbook } from './sheet.ts';

/** A board of its own (单项榜, 攻坚榜) as a workbook: every unit and every column that its scheme shows. */
export const singleBoardWorkbook = (model: BoardModel): Promise<Uint8Array> => {
  const rows = model.groups.flatMap((group) => group.rows);
  return workbook([
    {
      name: '排行',
      title: `${model.org}${model.title}（${model.periodLabel}）`,
      subtitle: `填报单位：${model.issuer}　　截止时间：${model.cutOffLabel}　　${model.spanLabel}`,
      columns: [
        { head: '组别', width: 10 },
        { head: '位次', width: 6 },
        { head: '单位', width: 18 },
        ...model.columns.map((head) => ({ head, width: Math.min(24, Math.max(10, [...head].length * 2)) })),
        { head: '备注', width: 12 },
      ],
      rows: rows.map(rowOf),
      note: `口径：${model.calibre}`,
      frozenColumns: 3,
    },
  ]);
};

const rowOf = (row: BoardRow): readonly CellContent[] => [
  words(row.group),
  figure(row.rank, 0),
  words(row.unit),
  ...row.cells.map(printedCell),
  words(row.flags.join('、')),
];

/** What is printed as a number is a number, with as many places; anything else stays words. */
function printedCell(text: string): CellContent {
  const value = tryDecimal(text);
  return value === null ? words(text) : figure(value, text.split('.')[1]?.length ?? 0);
}
