import { pinyin } from 'pinyin-pro';
import { companyKey } from './company-name.ts';
import { soundOf } from './sound.ts';

/** What is looked for, prepared once for many names. */
interface Sought {
  readonly letters: string;
  readonly parts: readonly string[];
  readonly pairs: readonly string[];
  readonly sounds: readonly string[];
}

const LEAST = 0.5;

/** How names sound; one that is asked for the same names again and again remembers. */
export interface Spelling {
  /** Syllables as speakers and microphones tell them apart, between blanks. */
  spoken(text: string): string;
  syllables(text: string): readonly string[];
}

const spelledAnew: Spelling = {
  spoken: (text) => ` ${soundOf(text).join(' ')} `,
  syllables: (text) => pinyin(text, { toneType: 'none', type: 'array', v: true }),
};

/** A spelling that remembers so many names. */
export function rememberedSpelling(most = 10_000): Spelling {
  const remembered = <T>(work: (text: string) => T): ((text: string) => T) => {
    const known = new Map<string, T>();
    return (text) => {
      const found = known.get(text);
      if (found !== undefined) return found;
      if (known.size >= most) known.clear();
      const made = work(text);
      known.set(text, made);
      return made;
    };
  };
  return { spoken: remembered(spelledAnew.spoken), syllables: remembered(spelledAnew.syllables) };
}

/**
 * Names that a search may have meant though they do not hold its words, best first: the words in another order, said
 * alike (锐通 for 瑞通), in pinyin or by initials, with a legal form or region that the name lacks, one character wrong.
 */
export function alikeNames<T>(
  words: string,
  candidates: readonly T[],
  textOf: (one: T) => string,
  spelling = spelledAnew,
): readonly T[] {
  const sought = soughtOf(words);
  if (sought.letters === '' && sought.parts.length === 0) return [];
  return candidates
    .map((one) => ({ one, score: likeness(sought, textOf(one), spelling) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

function soughtOf(words: string): Sought {
  const plain = words.trim().toLowerCase();
  if (/^[a-z\s']{2,}$/.test(plain)) return { letters: plain.replace(/[\s']/g, ''), parts: [], pairs: [], sounds: [] };
  const parts = plain
    .split(/[\s,，、]+/)
    .map((part) => companyKey(part.replace(/项目$/, '')))
    .filter((part) => part.length >= 2);
  return { letters: '', parts, pairs: pairsOf(parts.join('')), sounds: parts.map(spelledAnew.spoken) };
}

const pairsOf = (text: string): readonly string[] =>
  [...text].slice(1).map((character, at) => ([...text][at] ?? '') + character);

/** From 0 (nothing alike) to 1 (every part is in it). */
function likeness({ letters, parts, pairs, sounds }: Sought, name: string, spelling: Spelling): number {
  const text = name.toLowerCase();
  if (letters !== '') return spelled(letters, spelling.syllables(text));
  if (parts.every((part) => text.includes(part))) return 1;
  const held = pairs.filter((pair) => text.includes(pair)).length;
  const share = pairs.length >= 2 ? held / pairs.length : 0;
  const said = spelling.spoken(text);
  if (sounds.every((sound) => said.includes(sound))) return 0.9;
  return share * 0.85;
}

/** Pinyin written out, or the initials of three and more characters. */
function spelled(letters: string, syllables: readonly string[]): number {
  if (letters.length >= 4 && syllables.join('').includes(letters)) return 0.9;
  return syllables
    .map((syllable) => syllable.charAt(0))
    .join('')
    .includes(letters)
    ? 0.8
    : 0;
}
