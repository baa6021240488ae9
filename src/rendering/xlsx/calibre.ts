import { type Decimal, sum } from '../../domain/money/decimal.ts';
import { wholeOf } from '../../domain/report/behind.ts';
import type { ShownCalibre } from '../cards/calibre.card.ts';
import { type CellContent, type ColumnHead, dayCell, figure, words, workbook } from './sheet.ts';

const PLACES: Readonly<Record<string, number>> = { 万元: 6, 万美元: 6 };

/** Every record behind a figure as a sheet, 合计 first: it is the figure. */
export function calibreWorkbook(
  calibre: ShownCalibre,
  { org, by }: { readonly org: string; readonly by: string },
): Promise<Uint8Array> {
  const { figure: asked, rows, unitName, periodLabel, cutOffLabel } = calibre;
  return workbook([
    {
      name: '明细',
      title: `${org}${unitName ?? ''}${asked.label}明细（${periodLabel}）`,
      subtitle: `填报人：${by}　　截止时间：${cutOffLabel}　　单位：${asked.parts[0]?.unit ?? asked.unit}`,
      columns: [
        { head: '序号', width: 6 },
        { head: '编号', width: 8 },
        { head: '单位', width: 16 },
        { head: '事项', width: 36 },
        { head: '发生日期', width: 12 },
        { head: '计入日期', width: 12 },
        { head: '补报', width: 6 },
        { head: '全额', width: 14 },
        { head: '份额', width: 8 },
        ...figureHeads(calibre),
      ],
      rows: [total(calibre), ...rows.map((row, at) => [figure(at + 1, 0), ...cells(calibre, row)])],
      bold: [0],
      note: `怎么算：${asked.how}。没核实的不计。`,
    },
  ]);
}

const figureHeads = ({ figure: { parts } }: ShownCalibre): readonly ColumnHead[] =>
  parts.length > 0
    ? parts.map(({ label, unit }) => ({ head: `${label}（${unit}）`, width: 16 }))
    : [{ head: '计入', width: 14 }];

function total({ rows, figure: { unit, parts } }: ShownCalibre): readonly CellContent[] {
  const values = [
    rows.map(({ adds }) => adds),
    ...(parts.length > 0 ? [rows.map(({ under }) => under ?? nothing)] : []),
  ];
  return [
    words('合计'),
    words(`${rows.length} 笔`),
    ...Array.from({ length: 7 }, () => words('')),
    ...values.map((own, at) => figure(sum(own), placesOf(parts[at]?.unit ?? unit))),
  ];
}

const nothing = '0' as Decimal;
const placesOf = (unit: string): number => PLACES[unit] ?? 2;

function cells({ figure: { unit, parts } }: ShownCalibre, row: ShownCalibre['rows'][number]): readonly CellContent[] {
  const own = parts[0]?.unit ?? unit;
  return [
    words(row.record),
    words(row.unitName),
    words(row.what),
    dayCell(row.happenedOn),
    dayCell(row.bookedOn ?? row.happenedOn),
    words(row.late ? '补报' : ''),
    figure(wholeOf(row), placesOf(own)),
    figure(row.share, 2),
    figure(row.adds, placesOf(own)),
    ...(parts[1] ? [figure(row.under ?? nothing, placesOf(parts[1].unit))] : []),
  ];
}
