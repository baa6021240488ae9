import { NAME_CHARACTERS, PLAIN_OMENS } from './words/name-characters.ts';

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text as the platform's Chinese dictionary parts them, with their places. Characters it does not know stand alone. */
export const wordsOf = (text: string): Iterable<{ readonly segment: string; readonly index: number }> =>
  SEGMENTER.segment(text);

/** Whether two or three Chinese characters are one word of the dictionary (修正, 定点, 近期), so that they are hardly a firm's name. */
export const isOrdinaryWord = (text: string): boolean =>
  text.length < 4 && /^[\u4e00-\u9fff]{2,3}$/.test(text) && SEGMENTER.segment(text).containing(0)?.segment === text;

const OF_OMENS = new RegExp(`^[${NAME_CHARACTERS}]{2,4}$`);
const PLAIN = new Set(PLAIN_OMENS.split(' '));

/** Whether no word of the dictionary is in a text, or it is made as names are. */
export const isUnknown = (text: string): boolean =>
  isNameLike(text) || [...SEGMENTER.segment(text)].every(({ segment }) => segment.length === 1);

/** Whether a word is made as firms' names are (宏图, 皓月, 鑫泰), though a dictionary may know it. */
export const isNameLike = (text: string): boolean => OF_OMENS.test(text) && !PLAIN.has(text);
