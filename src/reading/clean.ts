/**
 * Text as it may enter the program: without NUL and other control characters (new lines and tabs stay), lone halves of
 * surrogate pairs, bidirectional controls, zero-width characters, tag characters and private-use marks. What is shown is
 * always this text.
 */
export function cleanText(raw: string): string {
  const kept = [...raw.replace(/\r\n?/g, '\n').toWellFormed()].filter(
    (character) => !isHidden(character.codePointAt(0) ?? 0),
  );
  return kept.join('');
}

/** Ranges of code points that nobody means to type: controls, soft hyphen, bidirectional and zero-width marks, tags. */
const HIDDEN: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffd],
  [0xe0000, 0xe01ef],
];

const isHidden = (code: number): boolean => HIDDEN.some(([from, to]) => code >= from && code <= to);

const PUNCTUATION: Readonly<Record<string, string>> = {
  '　': ' ',
  '。': '。',
  '￥': '¥',
  '～': '~',
  '〜': '~',
  '－': '-',
  '—': '-',
  '–': '-',
};

/**
 * Full-width digits, letters and punctuation as half-width, one character for one, so positions stay the same. For
 * looking things up; never for what is shown.
 */
export function foldWidth(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const code = text.charCodeAt(at);
    folded +=
      PUNCTUATION[character] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character);
  }
  return folded;
}
