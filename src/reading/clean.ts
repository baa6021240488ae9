/**
 * Text as it may enter the program: without NUL and other control characters (new lines and tabs stay), lone halves of
 * surrogate pairs, bidirectional controls, zero-width characters, tag characters and private-use marks. What is shown is
 * always this text.
 */
export function cleanText(raw: string): string {
  if (!UNCLEAN.test(raw)) return raw;
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/\u00ad|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\ufeff|[\ufff9-\ufffb]|\ufffd/g, '')
    .replace(/[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu, '');
}

/** Signs of anything that is taken out: most texts have none. */
const UNCLEAN =
  /[\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffd]/;

const PUNCTUATION: Readonly<Record<string, string>> = {
  '　': ' ',
  '。': '。',
  '￥': '¥',
  '～': '~',
  '〜': '~',
  '－': '-',
  丨: '|',
  '—': '-',
  '–': '-',
};

/**
 * Full-width digits, letters and punctuation as half-width, one character for one, so positions stay the same. For
 * looking things up; never for what is shown.
 */
export const foldWidth = (text: string): string => text.replace(WIDE, foldCharacter);

const WIDE = /[\uff01-\uff5e\u3000\uffe5\uff5e\u301c\u2014\u2013\u4e28]/g;

const foldCharacter = (character: string): string =>
  PUNCTUATION[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/**
 * Full-width digits, points and letters as half-width, one character for one; Chinese commas stay, so that "200，300亩" is
 * two numbers, unless they stand between full-width digits ("１，２００").
 */
export function foldDigits(text: string): string {
  return text.replace(WIDE_NUMBERS, foldCharacter);
}

/** As {@link WIDE}, of the Chinese commas only those between full-width digits. */
const WIDE_NUMBERS =
  /[\uff01-\uff0b\uff0d-\uff5e\u3000\uffe5\u301c\u2014\u2013\u4e28]|(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19])/g;
