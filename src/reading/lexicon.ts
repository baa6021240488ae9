import { type GramIndex, gramIndex, numberOf } from './gram-table.ts';

/** A word of a lexicon found in a text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Words with what they stand for, ready to be looked up: a tree of their characters, its branches numbered as grams are. */
export interface Lexicon<T> {
  /** By the first two characters of a word, or its only one, whether any begins so: most places of a text are told to begin none at a glance. */
  readonly heads: Heads;
  /** From the number of a branch (0 at the root) in the upper half of a gram and a character in the lower to the next branch. */
  readonly branches: GramIndex;
  /** By branch what the word that ends there stands for; undefined where none ends. */
  readonly values: readonly (T | undefined)[];
}

/** Makes a lexicon of words. Where one word begins another, the longer one is found; a word given twice keeps its first value. */
export function lexicon<T>(words: Iterable<readonly [word: string, value: T]>): Lexicon<T> {
  const grams = new Map<number, number>();
  const values: (T | undefined)[] = [undefined];
  const heads = noHeads();
  for (const [word, value] of words) {
    let branch = 0;
    for (let at = 0; at < word.length; at += 1) {
      const gram = (branch << 16) | word.charCodeAt(at);
      branch = grams.get(gram) ?? values.push(undefined) - 1;
      grams.set(gram, branch);
    }
    if (branch === 0 || values[branch] !== undefined) continue;
    values[branch] = value;
    addHead(heads, word, 1);
  }
  return { heads, branches: gramIndex([...grams.keys()]), values };
}

/** By how words begin, the bits of those who have one that begins so; small, so that it stays at hand. */
export type Heads = Uint8Array;

export const noHeads = (): Heads => new Uint8Array(2 ** HEAD_BITS);
const HEAD_BITS = 15;

/** Notes how a word begins: by its first two characters, or its only one. */
export function addHead(heads: Heads, word: string, bit: number): void {
  const head = word.length === 1 ? oneAt(word, 0) : twoAt(word, 0);
  heads[head] = (heads[head] ?? 0) | bit;
}

/** The bits of those who may have a word that begins here; some ways to begin share theirs. */
export const headsAt = (heads: Heads, text: string, at: number): number =>
  (heads[twoAt(text, at)] ?? 0) | (heads[oneAt(text, at)] ?? 0);

const oneAt = (text: string, at: number): number => Math.imul(text.charCodeAt(at), 0x9e3779b1) >>> (32 - HEAD_BITS);
const twoAt = (text: string, at: number): number =>
  Math.imul((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1), 0x85eb_ca6b) >>> (32 - HEAD_BITS);

/** The longest word that begins right at a place; null where none does. */
export function wordAt<T>(words: Lexicon<T>, text: string, at: number): Hit<T> | null {
  return at < text.length && headsAt(words.heads, text, at) !== 0 ? longestAt(words, text, at) : null;
}

function longestAt<T>({ branches, values }: Lexicon<T>, text: string, at: number): Hit<T> | null {
  let hit: T | undefined;
  let end = at;
  let branch = 0;
  for (let place = at; place < text.length; place += 1) {
    branch = numberOf(branches, (branch << 16) | text.charCodeAt(place));
    if (branch === 0) break;
    const value = values[branch];
    if (value === undefined) continue;
    hit = value;
    end = place + 1;
  }
  return hit === undefined ? null : { start: at, end, value: hit };
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
