import { compare, type Decimal, exact, round } from '../../domain/money/decimal.ts';
import type { LeaderboardGroup, LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { growth, money, percent, points, yi } from '../format.ts';
import { headline } from '../report/board-reply.ts';
import { boardHeader, HEAD_ROWS } from './board-head.ts';
import { card, FIRST_CARD, footer, header, MARGIN } from './frame.ts';
import { type Page, pagesOf, type Stretch, wholeOf } from './pages.ts';
import { type Picture, toPng } from './png.ts';
import { arrow, box, COLOUR, disc, fitted, line, measure, pennant, picture, put, WIDTH, wrap } from './svg.ts';

const ROW = 82;
const GROUP_TITLE = 48;
const WARNING = 30;
/** The leaderboard as pictures: one, or several when there are many units. */
export async function drawLeaderboard(model: LeaderboardModel): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const page of pagesOf(model))
    pictures.push({ ...(await toPng(leaderboardSvg(model, page))), alt: altText(model, page) });
  return pictures;
}

/** The drawing of one page: its stretches of groups under the figures of all. */
export function leaderboardSvg(model: LeaderboardModel, page: Page = wholeOf(model)): string {
  const top = FIRST_CARD + 131 + 16;
  const table = page.map(stretchHeight).reduce((a, b) => a + b, HEAD_ROWS);
  const parts = [
    header(model, `${model.spanLabel} · 数据截至 ${model.cutOffLabel}`),
    headlineCard(model),
    card(top, table + 8),
    boardHeader(top),
  ];
  let y = top + HEAD_ROWS;
  for (const stretch of page) {
    parts.push(stretchRows(stretch, y, model));
    y += stretchHeight(stretch);
  }
  y += 8;
  parts.push(legend(y + 34, model));
  const blanks = blankCard(y + 56, model);
  parts.push(blanks.svg);
  const foot = footer(y + 56 + blanks.height + 8, model, `${dateOf(model.cutOff)} 发布`);
  parts.push(foot.svg);
  return picture(y + 56 + blanks.height + 8 + foot.height, parts.join(''));
}

const dateOf = (iso: string): string => {
  const [year, month, day] = new Date(Date.parse(iso) + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  return `${year}年${month}月${day}日`;
};

function headlineCard({ totals, pace }: LeaderboardModel): string {
  const stand = paceAgainst(totals.funds.now, totals.fundsTarget, pace);
  const columns = [
    {
      label: '到位资金',
      figure: yi(totals.funds.now),
      unit: '亿元',
      below: growth(totals.funds.now, totals.funds.base),
    },
    {
      label: '年度任务完成率',
      figure: stand ? percent(stand.completion).replace('%', '') : '—',
      unit: stand ? '%' : '',
      below: stand ? points(stand.ahead, { over: '快于序时', under: '慢于序时' }) : '没有年度任务',
    },
    {
      label: '新签约项目',
      figure: totals.signedCount.now,
      unit: '个',
      below: `签约额 ${money(totals.signedAmount.now)}`,
    },
  ];
  const drawn = columns.map(({ label, figure, unit, below }, at) => {
    const x = MARGIN + 24 + at * 236;
    const words = fitted(below, 212, 20, 400, 17);
    const size = fitted(figure, 160, 44, 700, 30).size;
    return [
      put(x, FIRST_CARD + 38, label, { size: 22, fill: COLOUR.second }),
      put(x, FIRST_CARD + 84, figure, { size, weight: 700, fill: COLOUR.red }),
      put(x + measure(figure, size, 700) + 8, FIRST_CARD + 84, unit, { size: 20, fill: COLOUR.second }),
      put(x, FIRST_CARD + 114, words.text, { size: words.size, fill: COLOUR.second }),
      at > 0 ? line(x - 18, FIRST_CARD + 24, x - 18, FIRST_CARD + 108, COLOUR.hairline) : '',
    ].join('');
  });
  return card(FIRST_CARD, 131) + drawn.join('');
}

/** The line of the group at which its yellow flags begin, or null. */
const yellowAt = ({ rows }: LeaderboardGroup): number | null => {
  const at = rows.findIndex((row) => row.flag === 'yellow');
  return at < 0 ? null : at;
};

/** Whether the yellow line is drawn in this stretch. */
const crossesYellow = ({ group, from, rows }: Stretch): boolean => {
  const yellow = yellowAt(group);
  return yellow !== null && yellow >= from && yellow < from + rows.length;
};

const stretchHeight = (stretch: Stretch): number =>
  GROUP_TITLE + stretch.rows.length * ROW + (crossesYellow(stretch) ? WARNING : 0);

function stretchRows(stretch: Stretch, top: number, whole: LeaderboardModel): string {
  const { group, from, rows } = stretch;
  const yellow = yellowAt(group);
  const parts = [groupTitle(stretch, top)];
  let y = top + GROUP_TITLE;
  for (const [at, row] of rows.entries()) {
    if (from + at === yellow) {
      parts.push(yellowLine(y, group.rows.length - yellow));
      y += WARNING;
    }
    parts.push(unitRow(row, y, whole, yellow !== null && from + at >= yellow, at === rows.length - 1));
    y += ROW;
  }
  return parts.join('');
}

function groupTitle({ group, from, rows }: Stretch, top: number): string {
  const all = rows.length === group.rows.length;
  const lines = all ? '' : `（第${from + 1}—${from + rows.length}行）`;
  return [
    box(MARGIN, top, WIDTH - 2 * MARGIN, GROUP_TITLE, COLOUR.groupTint),
    box(MARGIN, top, 6, GROUP_TITLE, COLOUR.red),
    put(42, top + 33, group.name, { size: 25, weight: 700, fill: COLOUR.redDeep }),
    put(42 + measure(group.name, 25, 700) + 14, top + 33, `${group.rows.length} 家单位，组内排名${lines}`, {
      size: 20,
      fill: COLOUR.second,
    }),
  ].join('');
}

const yellowLine = (y: number, units: number): string =>
  [
    line(MARGIN, y, WIDTH - MARGIN, y, COLOUR.yellowLine, 2, '8 6'),
    box(MARGIN, y + 1, WIDTH - 2 * MARGIN, WARNING, COLOUR.yellowRow),
    put(132, y + 22, `黄旗线：以下单位位列组内后${units}位`, { size: 18, fill: COLOUR.yellowInk }),
  ].join('');

function unitRow(row: LeaderboardRow, y: number, whole: LeaderboardModel, warned: boolean, last: boolean): string {
  return [
    warned ? box(MARGIN, y, WIDTH - 2 * MARGIN, ROW, COLOUR.yellowRow) : '',
    place(row, y),
    change(row.change, y),
    nameAndFlag(row, y),
    scoreBar(row, y),
    figures(row, y, whole),
    last ? '' : line(40, y + ROW, WIDTH - 40, y + ROW, COLOUR.hairline),
  ].join('');
}

function place({ rank }: LeaderboardRow, y: number): string {
  const text = rank === null ? '—' : String(rank);
  const fill = { 1: COLOUR.red, 2: '#D9706B', 3: '#E8A39F' }[rank ?? 0];
  const ink = rank === 1 || rank === 2 ? '#FFFFFF' : COLOUR.ink;
  return (
    (fill ? disc(58, y + 41, 21, fill) : '') +
    put(58, y + 50, text, { size: 25, weight: fill ? 700 : 400, fill: fill ? ink : COLOUR.second, anchor: 'middle' })
  );
}

function change(by: number | null, y: number): string {
  if (!by) return put(103, y + 49, '–', { size: 22, fill: COLOUR.third, anchor: 'middle' });
  return (
    arrow(94, y + 42, by > 0, 8) +
    put(106, y + 49, String(Math.abs(by)), { size: 22, weight: 500, fill: by > 0 ? COLOUR.red : COLOUR.fall })
  );
}

function nameAndFlag(row: LeaderboardRow, y: number): string {
  const width = row.flag ? 158 : 240;
  const name = fitted(row.unit, width, 27, 500, 22);
  const at = 132 + measure(name.text, name.size, 500) + 12;
  return put(132, y + 35, name.text, { size: name.size, weight: 500 }) + (row.flag ? flag(row.flag, at, y + 12) : '');
}

function flag(kind: 'red' | 'yellow', x: number, y: number): string {
  const [fill, ink, word] =
    kind === 'red' ? [COLOUR.red, '#FFFFFF', '红旗'] : [COLOUR.yellow, COLOUR.yellowInk, '黄旗'];
  return (
    box(x, y, 76, 29, fill, 6) +
    pennant(x + 10, y + 6, ink) +
    put(x + 29, y + 22, word, { size: 19, weight: 700, fill: ink })
  );
}

function scoreBar(row: LeaderboardRow, y: number): string {
  const share = Math.min(1, Math.max(0, Number(row.scoreShare)));
  const fill = row.flag === 'yellow' ? COLOUR.yellowBar : row.flag === 'red' ? COLOUR.red : COLOUR.bar;
  return (
    box(132, y + 53, 168, 10, COLOUR.track, 5) +
    box(132, y + 53, Math.max(168 * share, share > 0 ? 10 : 0), 10, fill, 5) +
    put(380, y + 67, row.score, {
      size: 25,
      weight: 700,
      anchor: 'end',
      fill: row.flag === 'yellow' ? COLOUR.yellowInk : COLOUR.ink,
    })
  );
}

function figures(row: LeaderboardRow, y: number, whole: LeaderboardModel): string {
  const figure = (x: number, value: string, fill: string = COLOUR.ink) =>
    put(x, y + 35, value, { size: 25, weight: 500, anchor: 'end', fill });
  const below = (x: number, value: string, fill: string = COLOUR.third, weight: 400 | 700 = 400) =>
    put(x, y + 67, value, { size: 19, weight, anchor: 'end', fill });
  const stand = paceAgainst(row.funds, row.fundsTarget, whole.pace);
  const blank = row.signedCount === '0';
  const share =
    whole.totals.funds.now === '0' ? '—' : `占${percent(exact(row.funds).div(exact(whole.totals.funds.now)))}`;
  const started = compare(row.startedCount, '0' as Decimal) > 0;
  return [
    figure(464, yi(row.signedAmount), blank ? COLOUR.third : COLOUR.ink),
    blank ? below(464, '白卷', COLOUR.yellowInk, 700) : below(464, `${row.signedCount} 个`),
    figure(556, yi(row.funds)),
    below(556, share),
    stand ? completion(stand, y, whole.pace) : figure(642, '—', COLOUR.third),
    figure(714, row.startedCount, started ? COLOUR.ink : COLOUR.third),
    below(714, started ? '个' : '无'),
  ].join('');
}

function completion(stand: NonNullable<ReturnType<typeof paceAgainst>>, y: number, pace: string): string {
  const ahead = stand.ahead.s >= 0n;
  const ink = ahead ? COLOUR.red : COLOUR.second;
  const [left, width] = [572, 70];
  const along = (value: { valueOf(): number }) => Math.min(1, Math.max(0, value.valueOf() / 1.2)) * width;
  const distance = round(stand.ahead.abs().mul(100), 1);
  return [
    put(642, y + 35, percent(stand.completion).replace('%', ''), {
      size: 25,
      weight: 500,
      anchor: 'end',
      fill: ahead ? COLOUR.red : COLOUR.ink,
    }),
    box(left, y + 43, width, 7, COLOUR.track, 3.5),
    box(left, y + 43, Math.max(along(stand.completion), 3), 7, ahead ? COLOUR.red : COLOUR.behind, 3.5),
    line(left + along(paceValue(pace)), y + 39, left + along(paceValue(pace)), y + 54, COLOUR.ink, 2.5),
    put(642, y + 71, `${ahead ? '快' : '慢'} ${distance}`, { size: 18, anchor: 'end', fill: ink }),
  ].join('');
}

function legend(y: number, { pace }: LeaderboardModel): string {
  return [
    arrow(44, y - 6, true, 7),
    arrow(66, y - 6, false, 7),
    put(82, y, '较上期组内位次升降，– 为持平', { size: 18, fill: COLOUR.second }),
    line(404, y - 16, 404, y + 2, COLOUR.ink, 3),
    put(414, y, `序时进度 ${percent(paceValue(pace))}，快慢单位为百分点`, { size: 18, fill: COLOUR.second }),
  ].join('');
}

function blankCard(y: number, { blanks }: LeaderboardModel): { readonly svg: string; readonly height: number } {
  const kinds = [
    { label: '无新签约', units: blanks.signed },
    { label: '无新开工', units: blanks.started },
    { label: '无到位资金', units: blanks.funds },
  ].filter((kind) => kind.units.length > 0);
  if (kinds.length === 0) return { svg: '', height: 0 };
  const parts = [
    put(44, y + 42, '本月白卷', { size: 25, weight: 700 }),
    put(158, y + 42, '当月数为零的单位', { size: 20, fill: COLOUR.second }),
  ];
  let at = y + 62;
  for (const { label, units } of kinds) {
    const lines = wrap(units.join('、'), 510, 22);
    parts.push(
      box(44, at, 124, 34, '#EFEDEA', 6),
      put(106, at + 25, label, { size: 20, anchor: 'middle', fill: COLOUR.second }),
    );
    parts.push(...lines.map((text, index) => put(184, at + 26 + index * 32, text, { size: 22 })));
    at += Math.max(1, lines.length) * 32 + 14;
  }
  return { svg: card(y, at - y + 10) + parts.join(''), height: at - y + 10 };
}

/** The picture's facts in words: the headline figures, the first three lines of each group on the page, who has a blank sheet. */
export function altText(model: LeaderboardModel, page: Page = wholeOf(model)): string {
  const tops = page.map(
    ({ group, rows }) =>
      `${group.name}：${rows
        .slice(0, 3)
        .map((row) => `${row.rank === null ? '不排名' : `第${row.rank}`}${row.unit}${row.score}分`)
        .join('，')}`,
  );
  const blank = model.blanks.signed.length > 0 ? `；本月无新签约：${model.blanks.signed.join('、')}` : '';
  return `${model.org}${model.title}，${model.periodLabel}：${headline(model)}${tops.join('；')}${blank}。`;
}
