import { CHAIN_PARTS, type ChainMap, type MappedNode } from '../../domain/chain/chain-map.ts';
import type { ReportHead } from '../../domain/report/model.ts';
import { countsText } from '../cards/chain-map.card.ts';
import { card, FIRST_CARD, footer, HEADER, header, MARGIN } from './frame.ts';
import { type Picture, toPng } from './png.ts';
import { box, COLOUR, dashed, disc, fitted, picture, put, ring, WIDTH } from './svg.ts';

const GUTTER = 12;
const GAP = 14;
const HEAD = 62;
const CHIP = 38;
const TITLE = 50;
/** Names of each kind that a node shows; the rest are counted. */
const NAMED = 3;
const TALKED = '#2B5C94';

/** A chain's map as a picture: a column for each part, a card for each node with who is here and who is talked to. */
export async function drawChainMap(map: ChainMap, head: ReportHead): Promise<Picture> {
  return { ...(await toPng(chainMapSvg(map, head))), alt: `${head.org}${head.title}：${countsText(map)}` };
}

/** The drawing. */
export function chainMapSvg(map: ChainMap, head: ReportHead): string {
  const columns = CHAIN_PARTS.map((part) => ({ part, nodes: map.nodes.filter((node) => node.part === part) })).filter(
    ({ nodes }) => nodes.length > 0,
  );
  const width = (WIDTH - 2 * MARGIN - GUTTER * Math.max(0, columns.length - 1)) / Math.max(1, columns.length);
  const parts = [header(head, `${countsText(map)} · ${head.spanLabel}`)];
  let lowest = HEADER + GAP;
  for (const [at, { part, nodes }] of columns.entries()) {
    const x = MARGIN + at * (width + GUTTER);
    parts.push(columnHead(part, nodes.length, x, width));
    let y = HEADER + GAP;
    for (const node of nodes) {
      parts.push(nodeCard(node, x, y, width));
      y += heightOf(node) + GAP;
    }
    lowest = Math.max(lowest, y);
  }
  parts.push(legend(lowest));
  const foot = footer(lowest + 70, head, `截至 ${head.cutOffLabel}`);
  return picture(lowest + 70 + foot.height, [...parts, foot.svg].join(''));
}

const columnHead = (part: string, nodes: number, x: number, width: number): string =>
  card(FIRST_CARD, HEAD, x, width) +
  put(x + 18, FIRST_CARD + 41, part, { size: 28, weight: 700, fill: COLOUR.red }) +
  put(x + 84, FIRST_CARD + 40, `${nodes} 个环节`, { size: 19, fill: COLOUR.second });

/** What stands in a node's card, line by line. */
interface Chip {
  readonly kind: 'local' | 'talking' | 'none';
  readonly text: string;
}

function chipsOf({ local, talking, state }: MappedNode): readonly Chip[] {
  const some = (kind: 'local' | 'talking', all: readonly { readonly name: string }[]): readonly Chip[] => {
    const shown = all.length > NAMED ? all.slice(0, NAMED - 1) : all;
    const left = all.length - shown.length;
    return [
      ...shown.map(({ name }) => ({ kind, text: name.replace(/项目$/, '') })),
      ...(left > 0 ? [{ kind, text: `另有 ${left} 个` }] : []),
    ];
  };
  const chips = [...some('local', local), ...some('talking', talking)];
  return chips.length === 0 && state === '缺' ? [{ kind: 'none', text: '没人在谈' }] : chips;
}

const heightOf = (node: MappedNode): number => TITLE + chipsOf(node).length * CHIP + 10;

function nodeCard(node: MappedNode, x: number, y: number, width: number): string {
  const gap = node.state === '缺';
  const height = heightOf(node);
  const name = fitted(node.name, width - (gap ? 92 : 84), 24, 700, 17);
  return [
    gap ? dashed(x, y, width, height, '#FFF9E8', '#D99A00') : card(y, height, x, width),
    put(x + 16, y + 36, name.text, { size: name.size, weight: 700 }),
    gap ? gapPill(x + width - 14, y + 12) : countText(node.local.length, x + width - 16, y + 35),
    ...chipsOf(node).map((one, at) => chip(one, x + 10, y + TITLE + at * CHIP, width - 20)),
  ].join('');
}

const countText = (count: number, right: number, y: number): string =>
  put(right, y, `${count} 家`, { size: 20, fill: COLOUR.second, anchor: 'end' });

const gapPill = (right: number, y: number): string =>
  box(right - 58, y, 58, 30, COLOUR.yellow, 8) +
  put(right - 29, y + 22, '缺口', { size: 19, weight: 700, fill: COLOUR.yellowInk, anchor: 'middle' });

function chip({ kind, text }: Chip, x: number, y: number, width: number): string {
  if (kind === 'none') return put(x + 6, y + 23, text, { size: 19, fill: COLOUR.yellowInk });
  const local = kind === 'local';
  const words = fitted(text, width - (local ? 38 : 88), 19, 400, 15);
  const ink = local ? '#5C0A0F' : TALKED;
  return [
    local ? box(x, y, width, 32, COLOUR.redTint, 8) : dashed(x, y, width, 32, '#FFFFFF', TALKED, ''),
    local ? disc(x + 15, y + 16, 5, COLOUR.red) : ring(x + 15, y + 16, 5, TALKED),
    put(x + 28, y + 23, words.text, { size: words.size, fill: ink }),
    local ? '' : put(x + width - 10, y + 23, '在谈', { size: 17, fill: TALKED, anchor: 'end' }),
  ].join('');
}

function legend(y: number): string {
  const words = { size: 19, fill: COLOUR.second } as const;
  return [
    card(y, 56),
    disc(50, y + 28, 6, COLOUR.red) + put(64, y + 35, '本地企业（已落地）', words),
    ring(296, y + 28, 6, TALKED) + put(310, y + 35, '正在谈的项目', words),
    dashed(500, y + 16, 34, 24, '#FFF9E8', '#D99A00') + put(544, y + 35, '缺口：本地没有', words),
  ].join('');
}
