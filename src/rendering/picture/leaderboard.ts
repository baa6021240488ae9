import type { LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { money, percent, points, yi } from '../format.ts';
import { headline } from '../report/board-reply.ts';
import { grown } from '../report/year-on-year.ts';
import { blankCard } from './blank-card.ts';
import { boardHeader, GROUP_TITLE, groupTitle, HEAD_ROWS } from './board-head.ts';
import { card, FIRST_CARD, footer, header, MARGIN } from './frame.ts';
import { ROW, unitRow } from './leaderboard-row.ts';
import { type Page, pagesOf, type Ranked, type Stretch, wholeOf } from './pages.ts';
import { type Picture, toPng } from './png.ts';
import { arrow, box, COLOUR, fitted, line, measure, picture, put, WIDTH } from './svg.ts';

const WARNING = 30;
/** The leaderboard as pictures: one, or several when there are many units. */
export async function drawLeaderboard(model: LeaderboardModel): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const at of pagesOf(model).keys()) {
    const picture = await drawLeaderboardPage(model, at + 1);
    if (picture) pictures.push(picture);
  }
  return pictures;
}

/** One of the leaderboard's pictures, from 1; null when there is none of that number. */
export async function drawLeaderboardPage(model: LeaderboardModel, number: number): Promise<Picture | null> {
  const pages = pagesOf(model);
  const page = pages[number - 1];
  if (!page) return null;
  const which = pages.length > 1 ? `（第 ${number} 张，共 ${pages.length} 张）` : '';
  const svg = leaderboardSvg(model, page, number === pages.length);
  return { ...(await toPng(svg)), alt: `${altText(model, page)}${which}` };
}

/** The drawing of one page: its stretches of groups under the figures of all; who has a blank sheet stands on the last page. */
export function leaderboardSvg(model: LeaderboardModel, page: Page = wholeOf(model), last = true): string {
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
  const blanks = last ? blankCard(y + 56, model) : { svg: '', height: 0 };
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
      below: grown(totals.funds, money),
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
const yellowAt = ({ rows }: Ranked<LeaderboardRow>): number | null => {
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

const yellowLine = (y: number, units: number): string =>
  [
    line(MARGIN, y, WIDTH - MARGIN, y, COLOUR.yellowLine, 2, '8 6'),
    box(MARGIN, y + 1, WIDTH - 2 * MARGIN, WARNING, COLOUR.yellowRow),
    put(132, y + 22, `黄旗线：以下单位位列组内后${units}位`, { size: 18, fill: COLOUR.yellowInk }),
  ].join('');

function legend(y: number, { pace }: LeaderboardModel): string {
  return [
    arrow(44, y - 6, true, 7),
    arrow(66, y - 6, false, 7),
    put(82, y, '较上期组内位次升降，– 为持平', { size: 18, fill: COLOUR.second }),
    line(404, y - 16, 404, y + 2, COLOUR.ink, 3),
    put(414, y, `序时进度 ${percent(paceValue(pace))}，快慢单位为百分点`, { size: 18, fill: COLOUR.second }),
  ].join('');
}

const BLANKS_SAID = 12;

/** The picture's facts in words: the headline figures, the first three lines of each group on the page, who has a blank sheet. */
export function altText(model: LeaderboardModel, page: Page = wholeOf(model)): string {
  const tops = page.map(
    ({ group, rows }) =>
      `${group.name}：${rows
        .slice(0, 3)
        .map((row) => `${row.rank === null ? '不排名' : `第${row.rank}`}${row.unit}${row.score}分`)
        .join('，')}`,
  );
  const { signed } = model.blanks;
  const more = signed.length > BLANKS_SAID ? `等 ${signed.length} 家` : '';
  const blank = signed.length > 0 ? `；本月无新签约：${signed.slice(0, BLANKS_SAID).join('、')}${more}` : '';
  return `${model.org}${model.title}，${model.periodLabel}：${headline(model)}${tops.join('；')}${blank}。`;
}
