import { type Amount, compare } from '../../domain/money/decimal.ts';
import type { Asides, LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { foreignMoney, money, outsideWords, percent, points } from '../format.ts';
import { basisText, grown, lateText } from '../report/year-on-year.ts';

/** The day of an instant in Beijing: "2026-10-30". */
export const dayOf = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The next tenth of a month after an instant ("11月10日"): by when reports are asked for. */
export function dueText(iso: string): string {
  const [, month = 1, day = 1] = dayOf(iso).split('-').map(Number);
  return `${day < 10 ? month : (month % 12) + 1}月10日`;
}

/** "2026年1—10月": the span with its year. */
export const spanText = ({ periodKey, spanLabel }: LeaderboardModel): string =>
  `${/^\d{4}年/.test(spanLabel) ? '' : `${periodKey.slice(0, 4)}年`}${spanLabel.replace(/累计$/, '')}`;

/** To whom the bulletin goes, by what kind of place it is. */
export function addressees(org: string): string {
  const place = org.replace(/[（(].*$/, '');
  if (/[市州盟]$/.test(place)) return '各县（市、区）、各园区、市直各有关单位：';
  if (/区$/.test(place)) return '各街道（乡镇）、各园区、区直各有关单位：';
  return '各乡镇（街道）、各园区、县直各有关单位：';
}

/** 一、总体情况. */
export function overall({ totals, pace, provisional, asides }: LeaderboardModel): string {
  const funds = paceAgainst(totals.funds.now, totals.fundsTarget, pace);
  const fdi = paceAgainst(totals.fdi.now, totals.fdiTarget, pace);
  const parts = [
    `新签约项目${totals.signedCount.now}个，个数${grown(totals.signedCount)}；签约金额${money(totals.signedAmount.now)}，${grown(totals.signedAmount, money)}。`,
    `新开工项目${totals.startedCount.now}个，${grown(totals.startedCount)}。`,
    `到位资金${money(totals.funds.now)}${outsideWords(totals.funds.now, asides?.outsideFunds).replaceAll(' ', '')}，${grown(totals.funds, money)}${funds ? `，完成年度任务的${percent(funds.completion)}，${points(funds.ahead, { over: '快于序时进度', under: '慢于序时进度' })}（序时进度${percent(paceValue(pace))}）` : ''}。`,
    `实际使用外资${foreignMoney(totals.fdi.now)}，${grown(totals.fdi, foreignMoney)}${fdi ? `，完成年度任务的${percent(fdi.completion)}` : ''}${provisional ? '（快报数，以上级反馈为准）' : ''}。`,
    asides ? outingWords(asides) : '',
  ];
  return parts.join('');
}

const outingWords = ({ outings, ledOutings, receptions }: Asides): string =>
  `外出招商${outings}次，其中党政主要领导带队${ledOutings}次；接待来访客商${receptions}次。`;

/** What is said of a group: the first three, how many had funds in the month, who is last. */
export function groupText(rows: readonly LeaderboardRow[]): string {
  const top = rows.filter((row) => row.rank !== null).slice(0, 3);
  const yellow = rows.filter((row) => row.flag === 'yellow');
  const ahead = rows.filter((row) => row.month && compare(row.month.funds, '0' as Amount) > 0).length;
  return `共${rows.length}个单位，列前三位的是${top.map((row) => `${row.unit}（${row.score}分）`).join('、')}；本月有到位资金的单位${ahead}个${yellow.length > 0 ? `；列后位的是${yellow.map((row) => `${row.unit}（${row.score}分）`).join('、')}` : ''}。`;
}

/** 三、存在问题: blank units and units behind, a paragraph each. */
export function troubles({ blanks, groups, pace }: LeaderboardModel): readonly string[] {
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

/** What stands beneath the ranking. */
export const notes = (model: LeaderboardModel): string =>
  `注：数据截至${model.cutOffLabel}。${[lateText(model), basisText(model.totals), model.calibre].filter(Boolean).join('。')}以上数据为${model.provisional ? '快报数' : '终报数'}。`;
