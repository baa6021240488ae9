/** A word of a lexicon found in a text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Words with what they stand for, ready to be looked up: by their first two characters, and those of one character. */
export interface Lexicon<T> {
  /** A bit for the first two characters of each word; where it is not set, no word begins. */
  readonly marks: Uint8Array;
  readonly pairs: ReadonlyMap<number, readonly (readonly [word: string, value: T])[]>;
  readonly single: ReadonlyMap<number, readonly [word: string, value: T]>;
  /** A bit for each character that is a word. */
  readonly lone: Uint8Array;
}

/** Makes a lexicon of words. Where one word begins another, the longer one is found; a word given twice keeps its first value. */
export function lexicon<T>(words: Iterable<readonly [word: string, value: T]>): Lexicon<T> {
  const pairs = new Map<number, (readonly [string, T])[]>();
  const single = new Map<number, readonly [string, T]>();
  const marks = new Uint8Array(0x1_0000 / 8);
  const lone = new Uint8Array(0x1_0000 / 8);
  const seen = new Set<string>();
  for (const entry of words) {
    const [word] = entry;
    if (word === '' || seen.has(word)) continue;
    seen.add(word);
    if (word.length === 1) {
      const code = word.charCodeAt(0);
      single.set(code, entry);
      lone[code >> 3] = (lone[code >> 3] ?? 0) | (1 << (code & 7));
      continue;
    }
    const first = pairAt(word, 0);
    const mark = markAt(word, 0);
    marks[mark >> 3] = (marks[mark >> 3] ?? 0) | (1 << (mark & 7));
    const list = pairs.get(first);
    if (list) list.push(entry);
    else pairs.set(first, [entry]);
  }
  for (const list of pairs.values()) list.sort((a, b) => b[0].length - a[0].length);
  return { marks, pairs, single, lone };
}

/** A small integer for two characters; two pairs may share one. */
const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) << 14) ^ text.charCodeAt(at + 1)) & 0x3fff_ffff;

/** Sixteen bits for two characters, so that few pairs share them. */
const markAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x2f1) + text.charCodeAt(at + 1)) & 0xffff;

/** The longest word that begins right at a place; null where none does. */
export function wordAt<T>({ marks, pairs, single, lone }: Lexicon<T>, text: string, at: number): Hit<T> | null {
  if (at >= text.length) return null;
  const mark = markAt(text, at);
  const list = ((marks[mark >> 3] ?? 0) & (1 << (mark & 7))) === 0 ? undefined : pairs.get(pairAt(text, at));
  if (list !== undefined) {
    for (const [word, value] of list) {
      if (text.startsWith(word, at)) return { start: at, end: at + word.length, value };
    }
  }
  const code = text.charCodeAt(at);
  if (((lone[code >> 3] ?? 0) & (1 << (code & 7))) === 0) return null;
  const one = single.get(code);
  return one === undefined ? null : { start: at, end: at + 1, value: one[1] };
}

/** The first word at or behind a place; null where none comes. */
export function firstWord<T>(words: Lexicon<T>, text: string, from = 0): Hit<T> | null {
  for (let at = from; at < text.length; at += 1) {
    const hit = wordAt(words, text, at);
    if (hit !== null) return hit;
  }
  return null;
}

/** Every word of a text from left to right; words do not overlap. Linear in the length of the text. */
export function allWords<T>(words: Lexicon<T>, text: string): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = 0; at < text.length; ) {
    const hit = wordAt(words, text, at);
    if (hit === null) at += 1;
    else {
      hits.push(hit);
      at = hit.end;
    }
  }
  return hits;
}
