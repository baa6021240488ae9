const DIGIT = '0'.charCodeAt(0);
const LETTER = 'a'.charCodeAt(0);
/** Stands before and behind a text. */
export const EDGE = 1;

/** A character by what it is: one digit is like another, so is one Latin letter. Unprintable and blank ones are a blank. */
export function classOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return LETTER;
  return code <= 32 ? 32 : code;
}

/**
 * Tells every character of a text and every pair of neighbours, as 32-bit numbers; a row of digits or of letters is one
 * character. A character is its code, a pair the code of the first in the upper half and that of the second in the lower.
 */
export function eachGram(text: string, tell: (gram: number) => void): void {
  let before = EDGE;
  for (let at = 0; at < text.length; at += 1) {
    const code = classOf(text.charCodeAt(at));
    if (code === before && (code === DIGIT || code === LETTER)) continue;
    tell(code);
    tell((before << 16) | code);
    before = code;
  }
  tell((before << 16) | EDGE);
}
