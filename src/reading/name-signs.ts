import { classOf, EDGE } from './grams.ts';
import { addHead, headsAt, lexicon, noHeads, wordAt } from './lexicon.ts';
import { COUNTIES } from './words/counties.ts';
import { COUNTRIES } from './words/countries.ts';
import { INDUSTRIES, NO_INDUSTRY } from './words/industries.ts';
import { KNOWN_FIRMS } from './words/known-firms.ts';
import { WORKS } from './words/products.ts';
import { CITIES, PROVINCES } from './words/regions.ts';
import { TRADE } from './words/trades.ts';

/** What a word may be, in the order of the two bits that each takes in a sign: a firm's name, a place, goods, a trade. */
const WORDS: readonly (readonly string[])[] = [
  KNOWN_FIRMS.split(' '),
  [...PROVINCES, ...CITIES, ...COUNTIES, ...COUNTRIES].filter((word) => word.length > 1),
  [WORKS, ...INDUSTRIES.map(([, words]) => words), NO_INDUSTRY].flatMap((words) => words.split(' ')),
  TRADE.split('|').filter((word) => /^[\u4e00-\u9fff]+$/.test(word)),
];
const LEXICONS = WORDS.map((words) => lexicon(words.map((word) => [word, word] as const)));
const HEADS = noHeads();
WORDS.forEach((words, at) => {
  for (const word of words) addHead(HEADS, word, 1 << at);
});

/** Names that stand farther back are not looked for. */
export const READ = 400;
/** Signs of what a word is begin here, in the private area of Unicode, where no character of a text is. */
const PRIVATE = 0xe000;
/** Where the bits of a place stand in a sign. */
const PLACE = 2;

/** Two rows of signs, as long as what is read of a text: its characters, and for each what words it begins, ends or is inside. */
export function signsOf(plain: string): readonly [Uint16Array, Uint16Array] {
  const read = plain.slice(0, READ);
  const characters = new Uint16Array(read.length);
  for (let at = 0; at < read.length; at += 1) characters[at] = classOf(read.charCodeAt(at));
  const called = new Uint16Array(read.length).fill(PRIVATE);
  const free = LEXICONS.map(() => 0);
  for (let at = 0; at < read.length; at += 1) {
    const heads = headsAt(HEADS, read, at);
    for (let one = 0; heads >> one !== 0; one += 1) {
      const words = LEXICONS[one];
      if (((heads >> one) & 1) === 0 || at < (free[one] ?? 0) || words === undefined) continue;
      const end = wordAt(words, read, at)?.end ?? at;
      if (end > at) free[one] = end;
      for (let place = at; place < end; place += 1) {
        const part = place === at ? 1 : place === end - 1 ? 2 : 3;
        called[place] = (called[place] ?? 0) + (part << (2 * one));
      }
    }
  }
  return [characters, called];
}

/** Tells every sign and every pair of neighbours with the place where it stands, as a gram of 32 bits; before and behind the text stand edges. */
export function eachPlaced(signs: Uint16Array, tell: (gram: number, at: number) => void): void {
  let before = EDGE;
  tell(EDGE, -1);
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? 0;
    tell((before << 16) | sign, at - 1);
    tell(sign, at);
    before = sign;
  }
  tell((before << 16) | EDGE, signs.length - 1);
  tell(EDGE, signs.length);
}

/** Where the places begin that stand right before a place of a text, one behind the other; the same place where none does. */
export function placesBefore(called: Uint16Array, at: number): number {
  const part = (place: number) => (((called[place] ?? PRIVATE) - PRIVATE) >> PLACE) & 3;
  let start = at;
  while (start > 1 && part(start - 1) === 2) {
    start -= 1;
    while (start > 0 && part(start) !== 1) start -= 1;
  }
  return start;
}
