import { pinyin } from 'pinyin-pro';

/**
 * How a name sounds: its syllables without tones, with the pairs that many speakers and microphones do not tell apart made
 * one (zh and z, an and ang, n and l at the head). Other characters stand for themselves.
 */
export const soundOf = (text: string): readonly string[] => syllablesOf(text).map(plainSyllable);

/** Pinyin without tones; other characters stand for themselves. */
export const syllablesOf = (text: string): readonly string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true });

const plainSyllable = (syllable: string): string =>
  syllable
    .toLowerCase()
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n');

/**
 * The names that a word may stand for: said alike (成关镇 for 城关镇), typed as pinyin (chengguanzhen, chengguan) or as
 * initials (cgz; two letters at least). `length` is how much of the text the name takes. Only the best kind of likeness counts.
 */
export function soundsLike<T extends { readonly name: string }>(
  text: string,
  entries: readonly T[],
): readonly { readonly entry: T; readonly length: number }[] {
  const letters = /^[a-zA-Z]+/.exec(text)?.[0]?.toLowerCase() ?? '';
  if (letters !== '') return spelled(letters, entries);
  const alike = entries.filter(({ name }) => {
    const word = text.slice(0, name.length);
    return word.length === name.length && /^[\u4e00-\u9fff]{2,}$/.test(word) && sameSound(word, name);
  });
  const longest = Math.max(0, ...alike.map(({ name }) => name.length));
  return alike.filter(({ name }) => name.length === longest).map((entry) => ({ entry, length: longest }));
}

const sameSound = (a: string, b: string): boolean => soundOf(a).join(' ') === soundOf(b).join(' ');

function spelled<T extends { readonly name: string }>(letters: string, entries: readonly T[]) {
  const read = entries.map((entry) => {
    const syllables = syllablesOf(entry.name);
    return { entry, whole: syllables.join(''), initials: syllables.map((each) => each.charAt(0)).join('') };
  });
  const likenesses = [
    read.filter(({ whole }) => whole === letters),
    read.filter(({ initials }) => letters.length > 1 && initials === letters),
    read.filter(({ whole }) => letters.length > 3 && whole.startsWith(letters)),
  ];
  const best = likenesses.find((each) => each.length > 0) ?? [];
  return best.map(({ entry }) => ({ entry, length: letters.length }));
}
