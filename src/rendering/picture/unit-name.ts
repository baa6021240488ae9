import { fitted, measure, put, wrap } from './svg.ts';

/** The smallest size of a name on one line, and the sizes of one on two: the first that holds the whole name. */
const LEAST = 20;
const SMALL = [18, 17, 16] as const;
const SMALLEST = 16;
const WEIGHT = 500;

/**
 * A unit's name in a row: on one line, smaller where it is long; on two, smaller again if need be, where it is too long for
 * that, so that two places whose names begin alike can be told apart; what two small lines cannot hold loses its middle (…). `y` is the row's top; `width`
 * of the result is that of the longer line.
 */
export function unitName(
  name: string,
  x: number,
  y: number,
  most: number,
): { readonly svg: string; readonly width: number } {
  const one = fitted(name, most, 27, WEIGHT, LEAST);
  if (one.text === name) {
    const svg = put(x, y + 36, name, { size: one.size, weight: WEIGHT });
    return { svg, width: measure(name, one.size, WEIGHT) };
  }
  const size = SMALL.find((tried) => wrap(name, most, tried).length <= 2) ?? SMALLEST;
  const [first = '', ...rest] = wrap(name, most, size);
  const lines = [first, ending(rest.join(''), most, size)];
  return {
    svg: lines.map((text, at) => put(x, y + 24 + at * 23, text, { size, weight: WEIGHT })).join(''),
    width: Math.max(...lines.map((text) => measure(text, size, WEIGHT))),
  };
}

/** The end of a text as far as it fits, with … before it; the whole where it does. */
function ending(text: string, most: number, size: number): string {
  if (measure(text, size, WEIGHT) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && measure(`…${characters.join('')}`, size, WEIGHT) > most) characters.shift();
  return `…${characters.join('')}`;
}
