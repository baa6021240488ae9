import { compare, type Decimal, exact, isZero, round, subtract, sum } from '../../domain/money/decimal.ts';
import type { DigestModel, FunnelStep, Headline, Mover } from '../../domain/report/model.ts';
import { money, moneyIn, percent, yi } from '../format.ts';
import { headlines } from '../report/digest-reply.ts';
import { card, cardTitle, FIRST_CARD, footer, header, MARGIN } from './frame.ts';
import { type Picture, toPng } from './png.ts';
import { arrow, box, COLOUR, fitted, line, measure, picture, put, WIDTH } from './svg.ts';
import { BARS_HEIGHT, bars } from './week-bars.ts';

const GAP = 16;
const TILE = { width: 347, height: 150 };

/** The weekly digest as a picture. */
export async function drawDigest(model: DigestModel): Promise<Picture> {
  return {
    ...(await toPng(digestSvg(model))),
    alt: `${model.org}${model.title}${model.periodLabel}：${headlines(model)}`,
  };
}

/** The drawing: four tiles, twelve bars, movers, funnel. */
export function digestSvg(model: DigestModel): string {
  const parts = [header(model, model.spanLabel), ...tiles(model)];
  let y = FIRST_CARD + 2 * (TILE.height + GAP);
  parts.push(bars(model, y));
  y += BARS_HEIGHT + GAP;
  if (model.movers.length > 0) {
    parts.push(movers(model.movers, y));
    y += moversHeight(model.movers) + GAP;
  }
  parts.push(funnel(model.funnel, y));
  y += FUNNEL_HEIGHT + 8;
  const foot = footer(y, model, `数据截至 ${model.cutOffLabel}`);
  parts.push(foot.svg);
  return picture(y + foot.height, parts.join(''));
}

function tiles(model: DigestModel): readonly string[] {
  const right = MARGIN + TILE.width + GAP;
  const second = FIRST_CARD + TILE.height + GAP;
  const trips = sum([model.outings.now, model.receptions.now]);
  const tripsBefore = sum([model.outings.before, model.receptions.before]);
  return [
    tile(
      MARGIN,
      FIRST_CARD,
      { label: '到位资金', figure: yi(model.funds.now), unit: '亿元', below: `上周 ${money(model.funds.before)}` },
      rate(model.funds),
    ),
    tile(
      right,
      FIRST_CARD,
      {
        label: '新签约项目',
        figure: model.signedCount.now,
        unit: '个',
        below: `签约额 ${money(model.signedAmount.now)}`,
      },
      count(model.signedCount, '个'),
    ),
    tile(
      MARGIN,
      second,
      { label: '新增线索', figure: model.leads.now, unit: '条', below: `上周 ${model.leads.before} 条` },
      count(model.leads, '条'),
    ),
    tile(
      right,
      second,
      {
        label: '外出与接待',
        figure: trips,
        unit: '批次',
        below: `外出 ${model.outings.now} 批 · 接待 ${model.receptions.now} 批`,
      },
      count({ now: trips, before: tripsBefore }, '批'),
    ),
  ];
}

interface Pill {
  readonly up: boolean;
  readonly text: string;
}

function tile(
  x: number,
  y: number,
  { label, figure, unit, below }: { label: string; figure: string; unit: string; below: string },
  pill: Pill | null,
): string {
  const size = fitted(figure, 190, 52, 700, 32).size;
  const words = fitted(below, TILE.width - 48, 21, 400, 17);
  return [
    card(y, TILE.height, x, TILE.width),
    put(x + 24, y + 40, label, { size: 23, fill: COLOUR.second }),
    pill ? pillOf(x + TILE.width - 24, y + 16, pill) : '',
    put(x + 24, y + 96, figure, { size, weight: 700 }),
    put(x + 24 + measure(figure, size, 700) + 10, y + 96, unit, { size: 22, fill: COLOUR.second }),
    put(x + 24, y + 130, words.text, { size: words.size, fill: COLOUR.second }),
  ].join('');
}

function pillOf(right: number, y: number, { up, text }: Pill): string {
  const width = measure(text, 20, 700) + 46;
  const x = right - width;
  return (
    box(x, y, width, 32, up ? COLOUR.redTint : COLOUR.fallTint, 16) +
    arrow(x + 20, y + 16, up, 7) +
    put(x + 34, y + 23, text, { size: 20, weight: 700, fill: up ? COLOUR.red : COLOUR.fall })
  );
}

/** Past this the percentage says nothing any more. */
const MOST_RATE = 1000;

/** "升 18.1%"; nothing where last week was nothing, or next to nothing. */
function rate({ now, before }: Headline): Pill | null {
  if (compare(before, '0' as Decimal) <= 0) return null;
  const by = exact(now).sub(exact(before)).div(exact(before));
  const text = round(by.abs().mul(100), 1);
  return Number(text) === 0 || Number(text) >= MOST_RATE
    ? null
    : { up: by.s > 0n, text: `${by.s > 0n ? '升' : '降'} ${text}%` };
}

/** "多 1 个". */
function count({ now, before }: Headline, unit: string): Pill | null {
  const by = subtract(now, before);
  if (isZero(by)) return null;
  const up = !by.startsWith('-');
  return { up, text: `${up ? '多' : '少'} ${by.replace('-', '')} ${unit}` };
}

const MOVER_ROW = 76;
const moversHeight = (all: readonly Mover[]): number => 76 + all.length * MOVER_ROW;

function movers(all: readonly Mover[], y: number): string {
  const rows = all.map((mover, at) => {
    const top = y + 66 + at * MOVER_ROW;
    const up = mover.to < mover.from;
    const why = fitted(`${mover.group} · ${moneyIn(mover.why)}`, 420, 19, 400, 17);
    return [
      box(44, top + 12, 74, 46, up ? COLOUR.redTint : COLOUR.fallTint, 8),
      arrow(66, top + 36, up, 8),
      put(84, top + 44, String(Math.abs(mover.to - mover.from)), {
        size: 23,
        weight: 700,
        fill: up ? COLOUR.red : COLOUR.fall,
      }),
      put(138, top + 32, fitted(mover.unit, 400, 26, 500, 22).text, { size: 26, weight: 500 }),
      put(138, top + 60, why.text, { size: why.size, fill: COLOUR.second }),
      put(WIDTH - 44, top + 32, `第${mover.to}位`, { size: 24, weight: 700, anchor: 'end' }),
      put(WIDTH - 44, top + 60, `上期第${mover.from}位`, { size: 18, fill: COLOUR.third, anchor: 'end' }),
      at > 0 ? line(44, top, WIDTH - 44, top, COLOUR.hairline) : '',
    ].join('');
  });
  return card(y, moversHeight(all)) + cardTitle(y + 44, '位次变化最大', '组内 · 较上期') + rows.join('');
}

const FUNNEL_HEIGHT = 494;
const FUNNEL_FILLS = ['#F2C9C5', '#EBA59F', '#D3655F', '#CB4A44', COLOUR.red, '#9B1016'];

function funnel(steps: readonly FunnelStep[], y: number): string {
  const most = Math.sqrt(Math.max(1, ...steps.map((step) => step.count)));
  const rows = steps.map((step, at) => {
    const top = y + 106 + at * 58;
    const width = Math.max((Math.sqrt(step.count) / most) * 330, 44);
    const before = steps[at - 1];
    const light = at < 2;
    const rateText = before && before.count > 0 ? `转化 ${percent(exact(step.count).div(before.count), 0)}` : '';
    const amount = step.amount === null ? '—' : yi(step.amount);
    return [
      put(44, top + 31, step.stage, { size: 23 }),
      box(124, top, width, 44, FUNNEL_FILLS[at] ?? COLOUR.red, 6),
      put(140, top + 31, String(step.count), { size: 23, weight: 700, fill: light ? COLOUR.redDeep : '#FFFFFF' }),
      rateText ? put(124 + width + 12, top + 30, rateText, { size: 18, fill: COLOUR.second }) : '',
      put(600, top + 31, amount, { size: 23, anchor: 'end', fill: step.amount === null ? COLOUR.third : COLOUR.ink }),
      put(706, top + 31, step.added > 0 ? `+${step.added}` : '0', {
        size: 23,
        weight: 700,
        anchor: 'end',
        fill: step.added > 0 ? COLOUR.red : COLOUR.third,
      }),
    ].join('');
  });
  return [
    card(y, FUNNEL_HEIGHT),
    cardTitle(y + 44, '项目阶段漏斗', '本年累计 · 按曾到达计'),
    put(140, y + 90, '项目数', { size: 18, fill: COLOUR.third }),
    put(600, y + 90, '总投资 亿元', { size: 18, fill: COLOUR.third, anchor: 'end' }),
    put(706, y + 90, '本周新增', { size: 18, fill: COLOUR.third, anchor: 'end' }),
    ...rows,
    put(44, y + FUNNEL_HEIGHT - 20, '条长按项目数的平方根；转化＝本阶段÷上一阶段', { size: 17, fill: COLOUR.third }),
  ].join('');
}
