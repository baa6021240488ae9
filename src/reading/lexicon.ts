/** A word of a lexicon found in a text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Words with what they stand for, ready to be looked up. */
export type Lexicon<T> = ReadonlyMap<string, readonly (readonly [word: string, value: T])[]>;

/** Makes a lexicon of words. Where one word begins another, the longer one is found; a word given twice keeps its first value. */
export function lexicon<T>(words: Iterable<readonly [word: string, value: T]>): Lexicon<T> {
  const byFirst = new Map<string, (readonly [string, T])[]>();
  const seen = new Set<string>();
  for (const entry of words) {
    const [word] = entry;
    if (word === '' || seen.has(word)) continue;
    seen.add(word);
    const first = word.charAt(0);
    const list = byFirst.get(first);
    if (list) list.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  return byFirst;
}

/** The longest word that begins right at a place; null where none does. */
export function wordAt<T>(words: Lexicon<T>, text: string, at: number): Hit<T> | null {
  const list = words.get(text.charAt(at));
  if (list === undefined) return null;
  for (const [word, value] of list) {
    if (text.startsWith(word, at)) return { start: at, end: at + word.length, value };
  }
  return null;
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
