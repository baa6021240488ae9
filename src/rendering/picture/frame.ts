import type { ReportHead } from '../../domain/report/model.ts';
import { box, COLOUR, fitted, line, measure, put, WIDTH, wrap } from './svg.ts';

/** How high the red header is; the first card overlaps it. */
export const HEADER = 316;
/** Where the first card begins. */
export const FIRST_CARD = 226;
/** Page margin and card padding. */
export const MARGIN = 20;
const PADDING = 24;
const RADIUS = 16;

/** The red header: issuer, title, period and span. */
export function header(head: ReportHead, span: string): string {
  const pill = measure(head.periodLabel, 25, 700) + 36;
  const issuer = fitted(head.issuer, 600, 25, 400, 18);
  const title = fitted(head.title, 660, 50, 900, 34);
  const rest = fitted(span, WIDTH - 60 - pill - 40, 25, 400, 17);
  const rings = [90, 150, 210].map(
    (radius) =>
      `<circle cx="660" cy="60" r="${radius}" fill="none" stroke="#FFFFFF" stroke-opacity="0.09" stroke-width="22"/>`,
  );
  return [
    `<clipPath id="head"><rect x="0" y="0" width="${WIDTH}" height="${HEADER}"/></clipPath>`,
    box(0, 0, WIDTH, HEADER, COLOUR.header),
    `<g clip-path="url(#head)">${rings.join('')}</g>`,
    box(32, 44, 6, 27, COLOUR.gold, 3),
    put(50, 67, issuer.text, { size: issuer.size, fill: '#FFF3E6' }),
    put(32, 134, title.text, { size: title.size, weight: 900, fill: '#FFFFFF' }),
    box(32, 160, pill, 42, COLOUR.gold, 21),
    put(32 + pill / 2, 190, head.periodLabel, { size: 25, weight: 700, fill: COLOUR.redDeep, anchor: 'middle' }),
    put(32 + pill + 16, 190, rest.text, { size: rest.size, fill: '#FFE9DE' }),
  ].join('');
}

/** A white card. */
export const card = (y: number, height: number, x = MARGIN, width = WIDTH - 2 * MARGIN): string =>
  box(x, y, width, height, COLOUR.card, RADIUS);

/** A card's title with its red mark, and small words at the right. */
export const cardTitle = (y: number, title: string, right = ''): string =>
  box(MARGIN, y - 24, 6, 30, COLOUR.red) +
  put(MARGIN + PADDING, y, title, { size: 27, weight: 700 }) +
  (right ? put(WIDTH - MARGIN - PADDING, y, right, { size: 20, fill: COLOUR.second, anchor: 'end' }) : '');

/** Calibre, issuer and date at the foot; gives the drawing and its height. */
export function footer(y: number, head: ReportHead, right: string): { readonly svg: string; readonly height: number } {
  const lines = wrap(`口径：${head.calibre}`, WIDTH - 2 * PADDING, 19);
  const body = lines.map((text, at) => put(PADDING, y + 24 + at * 29, text, { size: 19, fill: COLOUR.second }));
  const end = y + 24 + lines.length * 29;
  const issuer = fitted(head.issuer, 420, 22, 500, 17);
  const svg = [
    ...body,
    line(PADDING, end, WIDTH - PADDING, end, '#DDD6CF'),
    put(PADDING, end + 40, issuer.text, { size: issuer.size, weight: 500 }),
    put(WIDTH - PADDING, end + 40, right, { size: 21, fill: COLOUR.second, anchor: 'end' }),
  ].join('');
  return { svg, height: end + 64 - y };
}
