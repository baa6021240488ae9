import { fitted, measure, put, wrap } from './svg.ts';

/** The smallest size of a name on one line, and the size of one on two. */
const LEAST = 20;
const SMALL = 18;
const WEIGHT = 500;

/**
 * A unit's name in a row: on one line, smaller where it is long; on two where it is too long for that, so that two places
 * whose names begin alike can be told apart; only what two lines cannot hold is cut with …. `y` is the row's top; `width`
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
  const [first = '', ...rest] = wrap(name, most, SMALL);
  const lines = [first, fitted(rest.join(''), most, SMALL, WEIGHT, SMALL).text];
  return {
    svg: lines.map((text, at) => put(x, y + 24 + at * 23, text, { size: SMALL, weight: WEIGHT })).join(''),
    width: Math.max(...lines.map((text) => measure(text, SMALL, WEIGHT))),
  };
}
