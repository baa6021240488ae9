import type { Flagged, FlagsModel } from '../../domain/report/model.ts';
import { card, cardTitle, FIRST_CARD, footer, header } from './frame.ts';
import { flag } from './leaderboard-row.ts';
import { type Picture, toPng } from './png.ts';
import { COLOUR, fitted, line, picture, put, WIDTH, wrap } from './svg.ts';

const GAP = 16;
const TITLE = 66;
const WHY = 28;

/** What a flags picture shows besides the flags: whether the yellow ones are still being checked, and until when. */
export interface FlagsShown {
  /** "10月10日": the yellow flags are told then; null: they stand here. */
  readonly yellowOn: string | null;
}

/** The quarter's red and yellow flags as a picture, group by group, with the reason of each. */
export async function drawFlags(model: FlagsModel, shown: FlagsShown): Promise<Picture> {
  return { ...(await toPng(flagsSvg(model, shown))), alt: altOf(model, shown) };
}

/** The drawing. */
export function flagsSvg(model: FlagsModel, shown: FlagsShown): string {
  const parts = [header(model, `${model.spanLabel} · 数据截至 ${model.cutOffLabel}`)];
  let y = FIRST_CARD;
  for (const group of model.groups) {
    const drawn = groupCard(group, y, shown);
    parts.push(drawn.svg);
    y += drawn.height + GAP;
  }
  const foot = footer(y - 8, model, `数据截至 ${model.cutOffLabel}`);
  return picture(y - 8 + foot.height, [...parts, foot.svg].join(''));
}

interface Line {
  readonly kind: 'red' | 'yellow';
  readonly one: Flagged;
  readonly why: readonly string[];
}

function groupCard(group: FlagsModel['groups'][number], top: number, { yellowOn }: FlagsShown) {
  const lines = [
    ...group.red.map((one) => lineOf('red', one)),
    ...(yellowOn === null ? group.yellow.map((one) => lineOf('yellow', one)) : []),
  ];
  const said = noteOf(group, yellowOn);
  const height = lines.reduce((sum, one) => sum + heightOf(one), TITLE) + (said ? 52 : 12);
  const parts = [card(top, height), cardTitle(top + 44, group.name, `${group.size} 家单位`)];
  let y = top + TITLE;
  for (const [at, one] of lines.entries()) {
    parts.push(at > 0 ? line(44, y, WIDTH - 44, y, COLOUR.hairline) : '', flagLine(one, y));
    y += heightOf(one);
  }
  if (said) parts.push(put(44, y + 24, said, { size: 20, fill: COLOUR.second }));
  return { svg: parts.join(''), height };
}

const lineOf = (kind: Line['kind'], one: Flagged): Line => ({ kind, one, why: wrap(one.why, 560, 20).slice(0, 3) });
const heightOf = ({ why }: Line): number => 62 + why.length * WHY;

function flagLine({ kind, one, why }: Line, y: number): string {
  const name = fitted(one.unit, 290, 27, 500, 20);
  return [
    flag(kind, 44, y + 17),
    put(140, y + 40, name.text, { size: name.size, weight: 500 }),
    put(560, y + 40, `第${one.rank}`, { size: 24, weight: 500, anchor: 'end', fill: COLOUR.second }),
    put(WIDTH - 44, y + 40, `${one.score}分`, { size: 25, weight: 700, anchor: 'end' }),
    ...why.map((text, at) => put(140, y + 70 + at * WHY, text, { size: 20, fill: COLOUR.second })),
  ].join('');
}

function noteOf({ red, yellow }: FlagsModel['groups'][number], yellowOn: string | null): string {
  if (yellowOn !== null && yellow.length > 0) return `黄旗 ${yellow.length} 家，正在和有关单位核对，${yellowOn}公布。`;
  if (yellow.length > 0) return '';
  return red.length > 0 ? '本组没有单位列入黄旗。' : '本组没有单位列入红旗、黄旗。';
}

function altOf(model: FlagsModel, { yellowOn }: FlagsShown): string {
  const named = (all: readonly Flagged[]) => all.map(({ unit }) => unit).join('、') || '无';
  const groups = model.groups.map(({ name, red, yellow }) => {
    const held = yellowOn === null ? `黄旗 ${named(yellow)}` : `黄旗 ${yellow.length} 家，${yellowOn}公布`;
    return `${name}：红旗 ${named(red)}，${held}`;
  });
  return `${model.org}${model.title}（${model.spanLabel}）：${groups.join('；')}。`;
}
