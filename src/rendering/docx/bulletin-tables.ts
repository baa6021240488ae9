import type { Table } from 'docx';
import { type Decimal, exact } from '../../domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow, SigningLine, TripLine } from '../../domain/report/model.ts';
import { paceAgainst } from '../../domain/target/pace.ts';
import { percent, points, yi } from '../format.ts';
import { yearOnYear } from '../report/year-on-year.ts';
import { type Column, table } from './table.ts';

/** 附件1: the ranking, 合计 first, groups apart. */
export function rankingTable(model: LeaderboardModel): Table {
  const columns: readonly Column[] = [
    { head: '位次', share: 8 },
    { head: '单位', share: 21 },
    { head: '得分', share: 10, right: true },
    { head: '签约项目', unit: '（个）', share: 12, right: true },
    { head: '签约额', unit: '（亿元）', share: 12, right: true },
    { head: '到位资金', unit: '（亿元）', share: 13, right: true },
    { head: '完成率', unit: '（%）', share: 11, right: true },
    { head: '备注', share: 9 },
  ];
  const { totals, pace } = model;
  const total = paceAgainst(totals.funds.now, totals.fundsTarget, pace);
  const rows = model.groups.flatMap((group) => [
    { cells: [`${group.name}（${group.rows.length}家）`], bold: true },
    ...group.rows.map((row) => ({ cells: rankingCells(row, pace), bold: false })),
  ]);
  const sum = [
    '',
    '合计',
    '',
    totals.signedCount.now,
    yi(totals.signedAmount.now),
    yi(totals.funds.now),
    total ? percent(total.completion).replace('%', '') : '—',
    '',
  ];
  return table(columns, [{ cells: sum, bold: true }, ...rows]);
}

const rankingCells = (row: LeaderboardRow, pace: string): readonly string[] => {
  const stand = paceAgainst(row.funds, row.fundsTarget, pace);
  return [
    row.rank === null ? '—' : String(row.rank),
    row.unit,
    row.score,
    row.signedCount,
    yi(row.signedAmount),
    yi(row.funds),
    stand ? percent(stand.completion).replace('%', '') : '—',
    row.flag === 'red' ? '红旗' : row.flag === 'yellow' ? '黄旗' : '',
  ];
};

/** 附件3: the totals beside last year, as it was published then and as it is known today. */
export function yearTable({ totals }: LeaderboardModel): Table {
  const columns: readonly Column[] = [
    { head: '指标', share: 18 },
    { head: '本年累计', share: 17, right: true },
    { head: '上年原报', share: 16, right: true },
    { head: '按原报', share: 16, right: true },
    { head: '上年现口径', share: 17, right: true },
    { head: '按现口径', share: 16, right: true },
  ];
  return table(
    columns,
    yearOnYear(totals).map((line) => ({
      cells: [line.label, line.now, line.reported, line.againstReported, line.known, line.againstKnown],
      bold: false,
    })),
  );
}

/** 附件2: targets and what is done. */
export function targetTable(model: LeaderboardModel): Table {
  const columns: readonly Column[] = [
    { head: '单位', share: 22 },
    { head: '年度任务', unit: '（亿元）', share: 14, right: true },
    { head: '累计到位', unit: '（亿元）', share: 14, right: true },
    { head: '完成率', unit: '（%）', share: 12, right: true },
    { head: '比序时', unit: '（百分点）', share: 14, right: true },
    { head: '外资', unit: '（万美元）', share: 14, right: true },
  ];
  const { totals, pace, groups } = model;
  const cells = (name: string, done: Decimal, target: Decimal | null, fdi: Decimal): readonly string[] => {
    const stand = paceAgainst(done, target, pace);
    return [
      name,
      target ? yi(target) : '—',
      yi(done),
      stand ? percent(stand.completion).replace('%', '') : '—',
      stand ? points(stand.ahead).replace(' 个百分点', '') : '—',
      fdi,
    ];
  };
  return table(columns, [
    { cells: cells('合计', totals.funds.now, totals.fundsTarget, totals.fdi.now), bold: true },
    ...groups
      .flatMap((group) => group.rows)
      .map((row) => ({ cells: cells(row.unit, row.funds, row.fundsTarget, row.fdi), bold: false })),
  ]);
}

/** The month's signings, line by line, by what is credited to each unit. */
export const signingTable = (signings: readonly SigningLine[]): Table =>
  table(
    [
      { head: '序号', share: 8 },
      { head: '项目名称', share: 36 },
      { head: '责任单位', share: 22 },
      { head: '签约额', unit: '（亿元）', share: 14, right: true },
      { head: '签约日期', share: 17 },
      { head: '份额', share: 10, right: true },
    ],
    signings.map(({ unit, project, amount, share, day }, at) => ({
      cells: [String(at + 1), project, unit, yi(amount), day ?? '', share === '1' ? '' : percent(exact(share))],
      bold: false,
    })),
  );

/** The month's outings, line by line. */
export const tripTable = (trips: readonly TripLine[]): Table =>
  table(
    [
      { head: '序号', share: 8 },
      { head: '单位', share: 24 },
      { head: '日期', share: 17 },
      { head: '去向和拜访对象', share: 51 },
    ],
    trips.map(({ unit, what, day }, at) => ({ cells: [String(at + 1), unit, day ?? '', what], bold: false })),
  );
