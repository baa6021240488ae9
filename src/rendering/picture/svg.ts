/** Colours of all pictures (flat). Red is good and first here; nothing is told by colour alone. */
export const COLOUR = {
  header: '#B5151C',
  red: '#C4161C',
  redDeep: '#8F0D14',
  groupTint: '#FAF3EE',
  bar: '#D9564F',
  track: '#F1ECE8',
  redTint: '#FBECEA',
  gold: '#FFD27A',
  yellow: '#FFD54A',
  yellowInk: '#6A4A00',
  yellowRow: '#FFFCF3',
  yellowLine: '#E0A800',
  yellowBar: '#C9972B',
  fall: '#17794A',
  fallTint: '#E6F4EC',
  behind: '#9AA1AB',
  ink: '#1E2127',
  second: '#4E5561',
  third: '#6F7784',
  page: '#F7F4F0',
  card: '#FFFFFF',
  hairline: '#ECE8E4',
  faint: '#EBC0BC',
} as const;

/** All pictures are drawn on this many units across; a phone shows 2 units as about 1 point. */
export const WIDTH = 750;

/** Where and how a text stands. */
export interface Style {
  readonly size: number;
  readonly weight?: 400 | 500 | 700 | 900;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** An outline in this colour, for labels above lines. */
  readonly halo?: string;
}

/** One line of text, escaped, what the font lacks replaced by 〓. */
export function put(
  x: number,
  y: number,
  value: string,
  { size, weight = 400, fill = COLOUR.ink, anchor = 'start', halo }: Style,
): string {
  const outline = halo ? ` stroke="${halo}" stroke-width="6" paint-order="stroke" stroke-linejoin="round"` : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${outline}>${inert(value)}</text>`;
}

/** A rectangle with round corners. */
export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  width <= 0 || height <= 0
    ? ''
    : `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}" fill="${fill}"/>`;

/** A straight line. */
export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash = ''): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** A filled circle. */
export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${radius}" fill="${fill}"/>`;

/** A circle that is only drawn round. */
export const ring = (x: number, y: number, radius: number, stroke: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${radius}" fill="none" stroke="${stroke}" stroke-width="2.5"/>`;

/** A rectangle with a line around it, dashed unless said. */
export const dashed = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  stroke: string,
  dash = '8 6',
): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${Math.min(12, height / 4)}" fill="${fill}" stroke="${stroke}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** A triangle that points up (a rise) or down (a fall), centred. */
export function arrow(x: number, y: number, up: boolean, size = 9): string {
  const tip = up ? y - size * 0.8 : y + size * 0.8;
  const base = up ? y + size * 0.7 : y - size * 0.7;
  return `<path d="M${n(x - size)} ${n(base)}L${n(x + size)} ${n(base)}L${n(x)} ${n(tip)}Z" fill="${up ? COLOUR.red : COLOUR.fall}"/>`;
}

/** A small pennant. */
export const pennant = (x: number, y: number, fill: string): string =>
  `<path d="M${n(x)} ${n(y)}v18h2.6v-7.5h12l-3.6-5.2 3.6-5.3z" fill="${fill}"/>`;

/** The whole picture. */
export const picture = (height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.ceil(height)}" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" font-family="Noto Sans SC">${box(0, 0, WIDTH, height, COLOUR.page)}${body}</svg>`;

/** The width of a text in units: a Chinese character is 1 em, digits and letters by the font's own widths. */
export function measure(value: string, size: number, weight: 400 | 500 | 700 | 900 = 400): number {
  const digit = { 400: 0.555, 500: 0.57, 700: 0.59, 900: 0.62 }[weight];
  let em = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x2e7f || (code >= 0x2010 && code <= 0x2030 && code !== 0x2013)) em += 1;
    else if (/[0-9]/.test(character)) em += digit;
    else if (/[.,:;'|!il ]/.test(character)) em += 0.28;
    else if (/[A-Z%@MW]/.test(character)) em += 0.72;
    else em += digit;
  }
  return em * size;
}

/** A text that fits a width: smaller down to `least`, then cut with …. */
export function fitted(
  value: string,
  width: number,
  size: number,
  weight: 400 | 500 | 700 | 900,
  least: number,
): { readonly text: string; readonly size: number } {
  for (let tried = size; tried >= least; tried -= 1) {
    if (measure(value, tried, weight) <= width) return { text: value, size: tried };
  }
  const characters = [...value];
  while (characters.length > 1 && measure(`${characters.join('')}…`, least, weight) > width) characters.pop();
  return { text: `${characters.join('')}…`, size: least };
}

/** Paragraph lines of a width; no line begins with a full stop, comma or closing bracket. */
export function wrap(value: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of value) {
    if (measure(current + character, size) > width && !/[，。、；：！？）》”%]/.test(character)) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return current ? [...lines, current] : lines;
}

/** Lines of names with 、 between them; a name is never torn apart unless it alone is too long. */
export function wrapNames(names: readonly string[], width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const [at, name] of names.entries()) {
    const next = names[at + 1];
    const piece = next === undefined || next.startsWith('等 ') ? name : `${name}、`;
    if (current && measure(current + piece, size) > width + size / 2) {
      lines.push(current);
      current = '';
    }
    current += piece;
  }
  return [...lines, ...(current ? [current] : [])].flatMap((line) => wrap(line, width + size, size));
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Emoji and characters beyond the font become 〓; controls go; a minus is as wide as a digit. */
function inert(value: string): string {
  let safe = '';
  for (const character of value.replace(/(?<![\d\w])-(?=\d)/g, '−')) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) continue;
    safe +=
      code > 0xffff || (code >= 0x2600 && code <= 0x27bf) || (code >= 0xd800 && code <= 0xdfff) ? '〓' : character;
  }
  return safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
