import { allWords, firstWord, lexicon, wordAt } from './lexicon.ts';
import { INDUSTRIES, NO_INDUSTRY } from './words/industries.ts';
import { WORKS } from './words/products.ts';

const WORDS = lexicon(
  [WORKS, ...INDUSTRIES.map(([, words]) => words), NO_INDUSTRY].flatMap((words) =>
    words.split(' ').map((word) => [word, word] as const),
  ),
);

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Where goods, works or figures begin in a name, at or behind a place; −1 where none do. */
export function productFrom(name: string, from: number): number {
  const word = firstWord(WORDS, name, from)?.start ?? name.length;
  for (let at = from; at < word; at += 1) if (isDigit(name.charAt(at))) return at;
  return word < name.length ? word : -1;
}

/** 铜 in 铜都医药 is the beginning of a name, in 铜杆 and 铜冶炼 it is the goods. */
function isWord(name: string, at: number): boolean {
  const hit = wordAt(WORDS, name, at);
  return hit !== null && (hit.end - at > 1 || name.length === at + 1 || wordAt(WORDS, name, hit.end) !== null);
}

/** Parts of the country with which firms begin their names: 中南高科, 华东重机. */
export const DIRECTION = '(?:远东|华[东北南中西]|[东西南北]方|[西东][南北]|中南|亚太|亚洲)';
const LEADING = new RegExp(`^${DIRECTION}(?=..)`);

/** Whether a name begins with goods or works, so that it is no company's. */
export function startsWithProduct(whole: string): boolean {
  const name = whole.replace(LEADING, '');
  return isDigit(name.charAt(0)) || isWord(name, 0) || (wordAt(WORDS, name, 1)?.end ?? 0) - 1 > 1;
}

/** How many characters of a name are words of goods and works. */
export const productLength = (name: string): number =>
  allWords(WORDS, name).reduce((sum, { start, end }) => sum + end - start, 0);
