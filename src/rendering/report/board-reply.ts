import { decimal, round } from '../../domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { gapOf } from '../../domain/target/gap.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { foreignMoney, money, outsideWords, percent, points, rankChange, yi } from '../format.ts';
import { note, type Part, type Reply, say, type TablePart, text } from '../reply.ts';
import type { ReportFiles } from './files.ts';
import { peersParts } from './peers-parts.ts';
import { basisText, cutOffText, grown, lateText } from './year-on-year.ts';

/** How many units a group's table shows in chat; the rest is in the picture and the files. */
const SHOWN = 8;

/** A leaderboard in chat: headline figures, a short table per group, who has a blank sheet, calibre, picture and files. */
export function boardReply(model: LeaderboardModel, files: ReportFiles = [], group?: string): Reply {
  const groups = model.groups.filter((one) => !group || one.name === group);
  return {
    title: `${model.org}${model.title}（${model.periodLabel}）`,
    tone: 'info',
    parts: [
      text(headline(model)),
      ...groups.map((one) => groupTable(one.name, one.rows, files.length > 0)),
      ...blankNotes(model),
      ...peersParts(model.peers),
      ...filesOf(files),
      note(
        [
          `${model.spanLabel}，数据截至 ${cutOffText(model)}`,
          lateText(model),
          basisText(model.totals),
          `口径：${model.calibre}`,
        ]
          .filter(Boolean)
          .join('。'),
      ),
    ],
    buttons: [say('我的排名', '我的排名', 'primary'), say('进度', '进度'), say('口径', `口径 ${model.periodLabel}`)],
  };
}

/** "全县到位资金 95.97亿元，同比增长 11.4%；完成年度任务 86.9%，快于序时 3.6 个百分点；新签约 73 个，同比增长 4.3%；签约金额 116.7亿元，同比下降 2.1%". */
export function headline({ totals, pace, asides }: LeaderboardModel): string {
  const stand = paceAgainst(totals.funds.now, totals.fundsTarget, pace);
  const parts = [
    `到位资金 ${money(totals.funds.now)}${outsideWords(totals.funds.now, asides?.outsideFunds)}，${grown(totals.funds, money)}`,
    stand
      ? `完成年度任务 ${percent(stand.completion)}，${points(stand.ahead, { over: '快于序时', under: '慢于序时' })}`
      : '',
    `新签约 ${totals.signedCount.now} 个，${grown(totals.signedCount)}；签约金额 ${money(totals.signedAmount.now)}，${grown(totals.signedAmount, money)}`,
    `新开工 ${totals.startedCount.now} 个`,
    totals.fdi.now === '0' ? '' : `实际使用外资 ${foreignMoney(totals.fdi.now)}`,
  ];
  return `${parts.filter(Boolean).join('；')}。`;
}

const BOARD_COLUMNS: TablePart['columns'] = [
  { head: '位次' },
  { head: '单位' },
  { head: '得分', align: 'right' },
  { head: '签约(亿元)', align: 'right' },
  { head: '到位(亿元)', align: 'right' },
  { head: '完成率', align: 'right' },
];

function groupTable(name: string, rows: readonly LeaderboardRow[], hasFiles: boolean): TablePart {
  const shown = rows.length <= SHOWN + 2 ? rows : rows.slice(0, SHOWN);
  const left = rows.length - shown.length;
  return {
    type: 'table',
    heading: `${name}（${rows.length} 家）`,
    columns: BOARD_COLUMNS,
    rows: shown.map(boardCells),
    ...(left > 0 ? { more: `另有 ${left} 个单位${hasFiles ? '，见图片和附件' : '，发“排行”看图'}` } : {}),
  };
}

/** The cells of a unit's line, as chat and Word show them. */
function boardCells(row: LeaderboardRow): readonly string[] {
  const stand = paceAgainst(row.funds, row.fundsTarget, '0');
  const flag = row.flag === 'red' ? '【红旗】' : row.flag === 'yellow' ? '【黄旗】' : '';
  return [
    `${row.rank ?? '—'} ${rankChange(row.change)}`,
    `${row.unit}${flag}`,
    row.score,
    `${yi(row.signedAmount)}/${row.signedCount}个`,
    yi(row.funds),
    stand ? percent(stand.completion) : '—',
  ];
}

/** Who has a blank sheet this month, in words. */
function blankNotes({ blanks }: LeaderboardModel): readonly Part[] {
  const lines = [
    blanks.signed.length > 0 ? `本月无新签约：${blanks.signed.join('、')}` : '',
    blanks.started.length > 0 ? `本月无新开工：${blanks.started.join('、')}` : '',
    blanks.funds.length > 0 ? `本月无到位资金：${blanks.funds.join('、')}` : '',
  ].filter(Boolean);
  return lines.length > 0 ? [{ type: 'list', heading: '本月白卷', items: lines }] : [];
}

/** The files of a report as parts: pictures first. */
export const filesOf = (files: ReportFiles): readonly Part[] =>
  files.map(
    ({ alt, ...file }): Part =>
      file.mime.startsWith('image/') ? { type: 'picture', file, alt: alt ?? file.name } : { type: 'file', file },
  );

/** Targets of all units against the schedule, with what each month that is left takes (进度); in the n-th month of the task year. */
export function paceReply(model: LeaderboardModel, month: number): Reply {
  const rows = model.groups.flatMap((group) => group.rows);
  const behind = rows.filter((row) => (paceAgainst(row.funds, row.fundsTarget, model.pace)?.ahead.s ?? 1n) < 0n);
  return {
    title: `${model.org}目标进度（${model.spanLabel}），序时进度 ${percent(paceValue(model.pace))}`,
    tone: 'info',
    parts: [
      {
        type: 'table',
        columns: PACE_COLUMNS,
        rows: rows.map((row) => paceCells(row, model.pace, month)),
      },
      ...(behind.length > 0 ? [text(`欠进度：${behind.map((row) => row.unit).join('、')}`)] : []),
      note(
        `完成率＝累计完成÷年度任务，差距为未取整的差，单位个百分点；每月还需＝到位还差÷剩余月数（含本月）。一个单位的各项任务发“进度 单位”。数据截至 ${model.cutOffLabel}。`,
      ),
    ],
  };
}

const PACE_COLUMNS: TablePart['columns'] = [
  { head: '单位' },
  { head: '到位完成率', align: 'right' },
  { head: '比序时', align: 'right' },
  { head: '每月还需', align: 'right' },
  { head: '外资完成率', align: 'right' },
];

function paceCells(row: LeaderboardRow, pace: string, month: number): readonly string[] {
  const funds = row.fundsTarget && gapOf(row.funds, { annual: row.fundsTarget, quarters: null }, pace, month);
  const fdi = paceAgainst(row.fdi, row.fdiTarget, pace);
  return [
    row.unit,
    funds ? percent(funds.completion) : '—',
    funds ? points(funds.ahead) : '—',
    funds ? money(decimal(round(funds.monthly, 2))) : '—',
    fdi ? percent(fdi.completion) : '—',
  ];
}
