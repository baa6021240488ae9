import { measure } from '../../src/rendering/picture/svg.ts';

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const TEXT =
  /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" font-weight="(\d+)" fill="[^"]*" text-anchor="(\w+)"[^>]*>([^<]*)</g;

/** Pairs of words of a drawing that run into each other or off the page ("12.5 × 33%"). */
export function overlaps(svg: string, width = 750): readonly string[] {
  const words = [...svg.matchAll(TEXT)].map(wordOf).filter(({ text }) => text.trim() !== '');
  const off = words.filter(({ left, right }) => left < 0 || right > width).map(({ text }) => `${text} off the page`);
  const pairs = words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .filter((other) => collide(one, other))
      .map((other) => `${one.text} × ${other.text}`),
  );
  return [...off, ...pairs];
}

function wordOf([, x = '', y = '', size = '', weight = '', anchor = '', text = '']: RegExpMatchArray): Word {
  const wide = measure(text.replaceAll('&amp;', '&'), Number(size), Number(weight) as 400);
  const shift = { middle: wide / 2, end: wide }[anchor] ?? 0;
  const left = Number(x) - shift;
  return { text, left, right: left + wide, top: Number(y) - Number(size) * 0.72, bottom: Number(y) };
}

const collide = (a: Word, b: Word): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
