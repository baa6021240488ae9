import type { BoardModel, LeaderboardModel } from '../../src/domain/report/model.ts';
import { aBoard } from './board.ts';

export const LONG_UNITS = 60;
export const LONG_COLUMNS = 12;

const HEADS = [
  '综合得分',
  '签约项目数（个）',
  '签约额（亿元）',
  '亿元以上项目（个）',
  '到位资金（亿元）',
  '到位资金完成率(%)',
  '新开工（个）',
  '开工率(%)',
  '实际使用外资（万美元）',
  '固定资产投资（亿元）',
  '外出招商（次）',
  '问题办结率(%)',
] as const;

/** The name of the n-th unit of a long board, some of them long themselves. */
export const longName = (at: number): string =>
  at % 7 === 3 ? `第${at + 1}高新技术产业开发区管理委员会` : `第${at + 1}镇`;

/** A leaderboard of sixty units. */
export const longLeaderboard = (): LeaderboardModel => aBoard(LONG_UNITS, longName);

/** A board of its own with sixty units beside twelve columns. */
export function longBoard(): BoardModel {
  const { totals: _, pace: __, blanks: ___, provisional: ____, groups, ...head } = longLeaderboard();
  return {
    ...head,
    kind: 'board',
    title: '招商引资综合考核',
    columns: HEADS,
    groups: groups.map(({ name, rows }) => ({
      name,
      rows: rows.map((row, at) => ({
        ...{ unitId: row.unitId, unit: row.unit, group: row.group, rank: row.rank },
        cells: HEADS.map((_head, column) => (column === 0 ? row.score : `${1234 - at * 7 + column}.${column}5`)),
        flags: row.flag === 'red' ? ['红旗'] : row.flag === 'yellow' ? ['黄旗'] : [],
      })),
    })),
  };
}
