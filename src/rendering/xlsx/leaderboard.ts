import { type Decimal, exact, round, sum } from '../../domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { percent } from '../format.ts';
import { lateText } from '../report/year-on-year.ts';
import { halfwaySheet } from './halfway.ts';
import { lastYearSheet } from './last-year.ts';
import { type CellContent, figure, rate, type Sheet, words, workbook } from './sheet.ts';

/** The leaderboard's workbook: ranking by group, targets against the schedule with 合计, 同比 on both bases, and every task of a half-year or year. */
export const leaderboardWorkbook = (model: LeaderboardModel): Promise<Uint8Array> =>
  workbook([
    ranking(model),
    targets(model),
    lastYearSheet(model),
    ...(model.halfway ? [halfwaySheet(model, model.halfway)] : []),
  ]);

const yuan = (value: Decimal): Decimal => round(exact(value).div(10000), 4) as Decimal;
const fraction = (value: ReturnType<typeof paceAgainst>): number | null =>
  value ? Number(round(value.completion, 6)) : null;

/** Who signs the sheets that go out. */
const SIGNATURES = ['审核人', '填报人', '联系电话'];

function ranking(model: LeaderboardModel): Sheet {
  const items = Object.keys(model.groups[0]?.rows[0]?.points ?? {});
  const all = model.groups.flatMap((group) => group.rows);
  const rows = [
    sumRow('合计', all, items),
    ...model.groups.flatMap((group) => [
      sumRow(`${group.name}小计`, group.rows, items),
      ...group.rows.map((row) => rankingRow(row, items)),
    ]),
  ];
  return {
    name: '排行',
    title: `${model.org}${model.title}（${model.periodLabel}）`,
    subtitle: `填报单位：${model.issuer}　　截止时间：${model.cutOffLabel}（${model.spanLabel}）　　单位：见各列表头`,
    columns: [
      { head: '位次', width: 8 },
      { head: '单位', width: 24 },
      { head: '类别', width: 12 },
      { head: '较上期', width: 10 },
      { head: '综合得分', width: 12 },
      ...items.map((id) => ({ head: id, width: 14, over: '分项得分' })),
      { head: '签约项目（个）', width: 16, over: '累计完成' },
      { head: '签约额（亿元）', width: 16, over: '累计完成' },
      { head: '到位资金（亿元）', width: 18, over: '累计完成' },
      { head: '新开工（个）', width: 14, over: '累计完成' },
      { head: '实际使用外资（万美元）', width: 24, over: '累计完成' },
      { head: '备注', width: 10 },
    ],
    rows,
    bold: rows.flatMap((row, at) => (row[0]?.value === null && isSum(row[1]) ? [at] : [])),
    note: `口径：${[lateText(model), model.calibre].filter(Boolean).join('。')} 以上数据为${model.provisional ? '快报数' : '终报数'}。`,
    signatures: SIGNATURES,
    frozenColumns: 2,
  };
}

const isSum = (cell: CellContent | undefined): boolean => /(?:合计|小计)$/.test(String(cell?.value ?? ''));

/** 合计 or 小计: figures are summed, points are not. */
function sumRow(name: string, rows: readonly LeaderboardRow[], items: readonly string[]): readonly CellContent[] {
  const count = (of: (row: LeaderboardRow) => Decimal): CellContent => wholeOrShare(sum(rows.map(of)));
  return [
    figure(null, 0),
    words(name),
    words(`${rows.length} 家`),
    words(''),
    words(''),
    ...items.map(() => words('')),
    count((row) => row.signedCount),
    figure(yuan(sum(rows.map((row) => row.signedAmount)))),
    figure(yuan(sum(rows.map((row) => row.funds)))),
    count((row) => row.startedCount),
    figure(sum(rows.map((row) => row.fdi))),
    words(''),
  ];
}

const wholeOrShare = (value: Decimal): CellContent => figure(value, value.includes('.') ? 2 : 0);

const rankingRow = (row: LeaderboardRow, items: readonly string[]): readonly CellContent[] => [
  row.rank === null ? words('—') : figure(row.rank, 0),
  words(row.unit),
  words(row.group),
  words(
    row.change === null ? '—' : row.change === 0 ? '持平' : row.change > 0 ? `升${row.change}` : `降${-row.change}`,
  ),
  points(row.score),
  ...items.map((id) => points(row.points[id] ?? '—')),
  wholeOrShare(row.signedCount),
  figure(yuan(row.signedAmount)),
  figure(yuan(row.funds)),
  wholeOrShare(row.startedCount),
  figure(row.fdi),
  words(row.flag === 'red' ? '红旗' : row.flag === 'yellow' ? '黄旗' : ''),
];

const points = (value: string): CellContent => (value === '—' ? words('—') : figure(value as Decimal));

function targets(model: LeaderboardModel): Sheet {
  const { totals, pace } = model;
  const rows = model.groups.flatMap((group) => group.rows);
  const total: readonly CellContent[] = [
    words('合计'),
    words(''),
    figure(totals.fundsTarget && yuan(totals.fundsTarget)),
    figure(yuan(totals.funds.now)),
    rate(fraction(paceAgainst(totals.funds.now, totals.fundsTarget, pace))),
    figure(totals.fdiTarget),
    figure(totals.fdi.now),
    rate(fraction(paceAgainst(totals.fdi.now, totals.fdiTarget, pace))),
  ];
  return {
    name: '目标进度',
    title: `${model.org}招商引资目标任务进度（${model.spanLabel}）`,
    subtitle: `填报单位：${model.issuer}　　截止时间：${model.cutOffLabel}　　序时进度：${percent(paceValue(pace))}`,
    columns: [
      { head: '单位', width: 24 },
      { head: '类别', width: 12 },
      { head: '目标值（亿元）', width: 16, over: '到位资金' },
      { head: '完成值（亿元）', width: 16, over: '到位资金' },
      { head: '完成进度', width: 12, over: '到位资金' },
      { head: '目标值（万美元）', width: 18, over: '实际使用外资' },
      { head: '完成值（万美元）', width: 18, over: '实际使用外资' },
      { head: '完成进度', width: 12, over: '实际使用外资' },
    ],
    rows: [
      total,
      ...rows.map((row) => [
        words(row.unit),
        words(row.group),
        figure(row.fundsTarget && yuan(row.fundsTarget)),
        figure(yuan(row.funds)),
        rate(fraction(paceAgainst(row.funds, row.fundsTarget, pace))),
        figure(row.fdiTarget),
        figure(row.fdi),
        rate(fraction(paceAgainst(row.fdi, row.fdiTarget, pace))),
      ]),
    ],
    bold: [0],
    note: '完成进度＝累计完成÷年度任务；没有任务的单位为“—”。',
    signatures: SIGNATURES,
    frozenColumns: 1,
  };
}
