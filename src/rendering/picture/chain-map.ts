import { CHAIN_PARTS, type ChainMap, type MappedNode } from '../../domain/chain/chain-map.ts';
import type { ReportHead } from '../../domain/report/model.ts';
import { countsText, namesText } from '../cards/chain-map.card.ts';
import { card, cardTitle, FIRST_CARD, footer, header, MARGIN, PADDING } from './frame.ts';
import { type Picture, toPng } from './png.ts';
import { box, COLOUR, fitted, line, picture, put, WIDTH } from './svg.ts';

const ROW = 62;
const HEAD = 64;
const GAP = 16;

/** How a state is painted: its tint, its ink; the word always stands in it. */
const PAINT = {
  强: { fill: COLOUR.red, ink: '#FFFFFF' },
  有: { fill: COLOUR.redTint, ink: COLOUR.redDeep },
  缺: { fill: COLOUR.yellow, ink: COLOUR.yellowInk },
} as const;

/** A chain's map as a picture: a card for each part, a row for each node. */
export async function drawChainMap(map: ChainMap, head: ReportHead): Promise<Picture> {
  return { ...(await toPng(chainMapSvg(map, head))), alt: `${head.org}${head.title}：${countsText(map)}` };
}

/** The drawing. */
export function chainMapSvg(map: ChainMap, head: ReportHead): string {
  const parts = [header(head, head.spanLabel)];
  let y = FIRST_CARD;
  for (const part of CHAIN_PARTS) {
    const nodes = map.nodes.filter((node) => node.part === part);
    if (nodes.length === 0) continue;
    const height = HEAD + nodes.length * ROW + 12;
    parts.push(card(y, height), cardTitle(y + 44, part, `${nodes.length} 个环节`));
    parts.push(...nodes.map((node, at) => row(node, y + HEAD + at * ROW)));
    y += height + GAP;
  }
  const foot = footer(y, head, `截至 ${head.cutOffLabel}`);
  return picture(y + foot.height, [...parts, foot.svg].join(''));
}

function row({ name, state, local, talking }: MappedNode, top: number): string {
  const left = MARGIN + PADDING;
  const paint = PAINT[state];
  const label = fitted(name, 150, 24, 500, 17);
  const here = fitted(local.length > 0 ? namesText(local) : '本地还没有', 330, 21, 400, 15);
  const talk = talking.length > 0 ? `在谈 ${talking.length}` : state === '缺' ? '没人在谈' : '';
  return [
    line(left, top, WIDTH - left, top, COLOUR.hairline),
    box(left, top + 16, 44, 32, paint.fill, 16),
    put(left + 22, top + 40, state, { size: 21, weight: 700, fill: paint.ink, anchor: 'middle' }),
    put(left + 58, top + 40, label.text, { size: label.size, weight: 500 }),
    put(left + 220, top + 40, here.text, { size: here.size, fill: local.length > 0 ? COLOUR.ink : COLOUR.third }),
    put(WIDTH - left, top + 40, talk, {
      size: 21,
      weight: 500,
      fill: talking.length > 0 ? COLOUR.redDeep : COLOUR.yellowInk,
      anchor: 'end',
    }),
  ].join('');
}
