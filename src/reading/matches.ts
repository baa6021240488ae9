/**
 * Every match of a global pattern in a text, from left to right. Unlike `matchAll` it makes no copy of the pattern, which
 * would cost more than most of the patterns here.
 */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (first === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (let match: RegExpExecArray | null = first; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** Most patterns find nothing in most texts. */
const NONE: readonly RegExpExecArray[] = [];

/** One pattern that finds what any of these finds; kept as a list, so that each cue has a line of its own. */
export const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'));
