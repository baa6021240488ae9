import { Paragraph, type Table } from 'docx';
import { compare, type Decimal } from '../../domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { foreignMoney, growth, money, percent, points, yi } from '../format.ts';
import {
  annexHead,
  body,
  dateText,
  enclosed,
  flush,
  heading,
  paper,
  run,
  signature,
  smallPrint,
  spacing,
  title,
} from './paper.ts';
import { type Column, table } from './table.ts';

/**
 * The 通报 as a Word document in the layout of GB/T 9704-2012: number left open, title, addressees, one paragraph per matter, the ranking
 * and the target table as 附件. The office stamps and numbers it.
 */
export const bulletinDocx = (model: LeaderboardModel): Promise<Uint8Array> =>
  paper(bulletinTitle(model), model.issuer, [
    ...letter(model),
    ...annex('附件1', `${model.spanLabel}招商引资综合排行`, rankingTable(model), notes(model)),
    ...annex(
      '附件2',
      `${model.spanLabel}目标任务进度`,
      targetTable(model),
      '完成率＝累计完成÷年度任务；差距为未取整的完成率与序时进度之差。',
    ),
  ]);

/** "云岭县关于2026年6月招商引资工作情况的通报". */
export const bulletinTitle = (model: LeaderboardModel): string =>
  `${model.org}关于${model.periodLabel}招商引资工作情况的通报`;

function letter(model: LeaderboardModel): readonly Paragraph[] {
  const number = new Paragraph({
    spacing,
    alignment: 'center',
    children: [run(`〔${dayOf(model.cutOff).slice(0, 4)}〕　　号`)],
  });
  const parts = [
    body(`按照招商引资工作月考评安排，现将${model.spanLabel}招商引资工作情况通报如下。`),
    heading('一、总体情况'),
    body(overall(model)),
    heading('二、各组排名情况'),
    ...model.groups.map((group) => body(groupText(group.name, group.rows))),
    heading('三、存在问题'),
    ...troubles(model).map((text) => body(text)),
    heading('四、下步工作'),
    body(
      '各单位要对照年度目标和序时进度，紧盯在谈项目促签约、签约项目促落地、落地项目促开工，及时填报进展和凭据；当月白卷和列入黄旗的单位要于下月第一周内书面报告原因和措施。',
      true,
    ),
  ];
  return [
    number,
    title(bulletinTitle(model)),
    flush('各乡镇（街道）、各园区、县直各有关单位：'),
    ...parts,
    enclosed(`1.${model.spanLabel}招商引资综合排行　2.${model.spanLabel}目标任务进度`),
    ...signature(model.issuer, dateText(dayOf(model.cutOff))),
  ];
}

/** The day of a cut-off in Chinese time. */
const dayOf = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);

function overall({ totals, pace, provisional }: LeaderboardModel): string {
  const funds = paceAgainst(totals.funds.now, totals.fundsTarget, pace);
  const fdi = paceAgainst(totals.fdi.now, totals.fdiTarget, pace);
  const parts = [
    `新签约项目${totals.signedCount.now}个，个数${growth(totals.signedCount.now, totals.signedCount.base)}；签约金额${money(totals.signedAmount.now)}，${growth(totals.signedAmount.now, totals.signedAmount.base)}。`,
    `新开工项目${totals.startedCount.now}个，${growth(totals.startedCount.now, totals.startedCount.base)}。`,
    `到位资金${money(totals.funds.now)}，${growth(totals.funds.now, totals.funds.base)}${funds ? `，完成年度任务的${percent(funds.completion, 2)}，${points(funds.ahead, { over: '超序时进度', under: '欠序时进度' }, 2)}（序时进度${percent(paceValue(pace), 2)}）` : ''}。`,
    `实际使用外资${foreignMoney(totals.fdi.now)}，${growth(totals.fdi.now, totals.fdi.base)}${fdi ? `，完成年度任务的${percent(fdi.completion, 2)}` : ''}${provisional ? '（快报数，以上级反馈为准）' : ''}。`,
  ];
  return parts.join('');
}

function groupText(name: string, rows: readonly LeaderboardRow[]): string {
  const top = rows.filter((row) => row.rank !== null).slice(0, 3);
  const yellow = rows.filter((row) => row.flag === 'yellow');
  const ahead = rows.filter((row) => row.month && compare(row.month.funds, '0' as never) > 0).length;
  return `${name}共${rows.length}个单位。列前三位的是${top.map((row) => `${row.unit}（${row.score}分）`).join('、')}；本月有到位资金的单位${ahead}个${yellow.length > 0 ? `；列后位的是${yellow.map((row) => `${row.unit}（${row.score}分）`).join('、')}` : ''}。`;
}

function troubles({ blanks, groups, pace }: LeaderboardModel): readonly string[] {
  const behind = groups
    .flatMap((group) => group.rows)
    .filter((row) => (paceAgainst(row.funds, row.fundsTarget, pace)?.ahead.s ?? 1n) < 0n);
  const parts = [
    blanks.signed.length > 0 ? `本月没有新签约项目的单位：${blanks.signed.join('、')}。` : '',
    blanks.started.length > 0 ? `本月没有新开工项目的单位：${blanks.started.join('、')}。` : '',
    blanks.funds.length > 0 ? `本月没有到位资金的单位：${blanks.funds.join('、')}。` : '',
    behind.length > 0 ? `到位资金低于序时进度的单位：${behind.map((row) => row.unit).join('、')}。` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts : ['本月各单位均有进账，没有白卷单位。'];
}

const notes = (model: LeaderboardModel): string =>
  `注：数据截至${model.cutOffLabel}。${model.calibre}${model.provisional ? '以上数据为快报数。' : ''}`;

function annex(label: string, heading: string, table: Table, note: string): readonly (Paragraph | Table)[] {
  return [...annexHead(label, heading), table, smallPrint(note)];
}

function rankingTable(model: LeaderboardModel): Table {
  const columns: readonly Column[] = [
    { head: '位次', share: 7 },
    { head: '单位', share: 20 },
    { head: '得分', share: 10, right: true },
    { head: '签约项目', unit: '（个）', share: 12, right: true },
    { head: '签约额', unit: '（亿元）', share: 12, right: true },
    { head: '到位资金', unit: '（亿元）', share: 12, right: true },
    { head: '完成率', unit: '（%）', share: 10, right: true },
    { head: '备注', share: 7 },
  ];
  const { totals, pace } = model;
  const total = paceAgainst(totals.funds.now, totals.fundsTarget, pace);
  const rows = model.groups.flatMap((group) => [
    { cells: ['', `${group.name}（${group.rows.length}家）`, '', '', '', '', '', ''], bold: true },
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

function targetTable(model: LeaderboardModel): Table {
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
