import { setRight } from './voice.ts';
import { simplify } from './words/traditional.ts';

/**
 * Words of a command as they are looked up: simplified characters, the slips of speech recognition set right, blanks for
 * emoji. Character for character, so places stay; never shown or kept.
 */
export const plainWords = (text: string): string => setRight(simplify(withoutPictures(text)));

const PICTURES = /[\u2600-\u27bf]|\ufe0f|[\ud83c-\ud83e][\udc00-\udfff]/g;

/** Blanks for emoji, so that they end a word as blanks do. */
const withoutPictures = (text: string): string => text.replace(PICTURES, (picture) => ' '.repeat(picture.length));
