import type { BoardModel, BoardRow } from '../../domain/report/model.ts';
import { GROUP_TITLE, groupTitle } from './board-head.ts';
import { card, FIRST_CARD, footer, header, MARGIN } from './frame.ts';
import { flag, place } from './leaderboard-row.ts';
import { type Page, pagesOf, wholeOf } from './pages.ts';
import { type Picture, toPng } from './png.ts';
import { box, COLOUR, fitted, line, measure, picture, put, WIDTH, wrap } from './svg.ts';
import { unitName } from './unit-name.ts';

const HEAD = 64;
const ROW = 82;
/** Columns of figures that are still read on a phone. */
const MOST_COLUMNS = 4;
const LEFT = 344;
const RIGHT = 714;

/** A board of its own (单项榜, 攻坚榜) as pictures: one, or several when there are many units. `span` stands in the header. */
export async function drawSingleBoard(model: BoardModel, span = spanOf(model)): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  const pages = pagesOf(model);
  for (const [at, page] of pages.entries()) {
    const which = pages.length > 1 ? `（第 ${at + 1} 张，共 ${pages.length} 张）` : '';
    pictures.push({ ...(await toPng(singleBoardSvg(model, page, span))), alt: `${altOf(model, page)}${which}` });
  }
  return pictures;
}

const spanOf = ({ spanLabel, cutOffLabel }: BoardModel): string => `${spanLabel} · 数据截至 ${cutOffLabel}`;

/** The drawing of one page. */
export function singleBoardSvg(model: BoardModel, page: Page<BoardRow> = wholeOf(model), span = spanOf(model)): string {
  const table = page.reduce((sum, { rows }) => sum + GROUP_TITLE + rows.length * ROW, HEAD);
  const parts = [header(model, span), card(FIRST_CARD, table + 8), heads(model)];
  let y = FIRST_CARD + HEAD;
  for (const stretch of page) {
    parts.push(groupTitle(stretch, y));
    y += GROUP_TITLE;
    for (const [at, row] of stretch.rows.entries()) {
      parts.push(unitRow(row, y, model), at < stretch.rows.length - 1 ? rule(y + ROW) : '');
      y += ROW;
    }
  }
  const left = model.columns.length - MOST_COLUMNS;
  if (left > 0) {
    const words = `共 ${model.columns.length} 列，图上是前 ${MOST_COLUMNS} 列，其余 ${left} 列见附件表格`;
    parts.push(put(MARGIN + 8, y + 36, words, { size: 19, fill: COLOUR.second }));
    y += 28;
  }
  const foot = footer(y + 16, model, `数据截至 ${model.cutOffLabel}`);
  return picture(y + 16 + foot.height, [...parts, foot.svg].join(''));
}

const rule = (y: number): string => line(40, y, WIDTH - 40, y, COLOUR.hairline);

const shownOf = ({ columns }: BoardModel): number => Math.min(columns.length, MOST_COLUMNS);

/** The right edge of a column, and how wide it may be. */
function columnAt(model: BoardModel, at: number): { readonly right: number; readonly width: number } {
  const width = (RIGHT - LEFT) / Math.max(1, shownOf(model));
  return { right: LEFT + width * (at + 1), width: width - 12 };
}

function heads(model: BoardModel): string {
  const style = { weight: 500, fill: COLOUR.second } as const;
  return [
    put(58, FIRST_CARD + 40, '位次', { size: 20, anchor: 'middle', ...style }),
    put(96, FIRST_CARD + 40, '单位', { size: 20, ...style }),
    ...model.columns.slice(0, MOST_COLUMNS).map((name, at) => columnHead(name, columnAt(model, at))),
  ].join('');
}

/** "签约额（亿元）" as a name with its unit beneath; a long name on two lines. */
function columnHead(name: string, { right, width }: { readonly right: number; readonly width: number }): string {
  const [whole = '', word = '', unit = ''] = /^(.+?)[（(](.+)[）)]$/.exec(name) ?? [name, name, ''];
  const lines = unit ? [word, unit] : wrap(whole, width, 20).slice(0, 2);
  const top = FIRST_CARD + (lines.length > 1 ? 30 : 40);
  return lines
    .map((text, at) => {
      const small = unit !== '' && at > 0;
      const words = fitted(text, width, small ? 17 : 20, 500, 13);
      const fill = small ? COLOUR.third : COLOUR.second;
      return put(right, top + at * 24, words.text, { size: words.size, weight: 500, fill, anchor: 'end' });
    })
    .join('');
}

function unitRow(row: BoardRow, y: number, model: BoardModel): string {
  const [label] = row.flags;
  const warned = /[黄末差警]/.test(label ?? '');
  const word = label ? fitted(label, 76, 19, 700, 19).text : '';
  const name = unitName(row.unit, 96, y, word ? 192 - measure(word, 19, 700) : 240);
  const share = shareOf(row, model);
  const bar = warned ? COLOUR.yellowBar : word ? COLOUR.red : COLOUR.bar;
  return [
    warned ? box(MARGIN, y, WIDTH - 2 * MARGIN, ROW, COLOUR.yellowRow) : '',
    place(row, y),
    name.svg,
    word ? flag(warned ? 'yellow' : 'red', 96 + name.width + 10, y + 12, word) : '',
    share === null ? '' : box(96, y + 55, 200, 10, COLOUR.track, 5),
    share === null ? '' : box(96, y + 55, Math.max(200 * share, share > 0 ? 10 : 0), 10, bar, 5),
    ...row.cells.slice(0, shownOf(model)).map((value, at) => {
      const { right, width } = columnAt(model, at);
      const weight = at === 0 ? 700 : 500;
      const words = fitted(value, width, 26, weight, 14);
      return put(right, y + 51, words.text, { size: words.size, weight, anchor: 'end' });
    }),
  ].join('');
}

/** How long a unit's bar is against the best of all; null where the first column is not all plain numbers. */
function shareOf(row: BoardRow, { groups }: BoardModel): number | null {
  const values = groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[0] ?? ''));
  if (!values.every((value) => /^-?\d+(\.\d+)?%?$/.test(value))) return null;
  const most = Math.max(...values.map(Number.parseFloat));
  return most > 0 ? Math.max(0, Number.parseFloat(row.cells[0] ?? '0') / most) : 0;
}

/** The picture's facts in words: the first three of each group with their first figure. */
function altOf(model: BoardModel, page: Page<BoardRow>): string {
  const unit = model.columns[0] ?? '';
  const tops = page.map(({ group, rows }) => {
    const named = rows
      .slice(0, 3)
      .map((row) => `${row.rank === null ? '不排名' : `第${row.rank}`}${row.unit}${unit}${row.cells[0] ?? '—'}`);
    return [group.name, named.join('，')].filter(Boolean).join('：');
  });
  return `${model.org}${model.title}，${model.periodLabel}（${spanOf(model)}）：${tops.join('；')}。`;
}
