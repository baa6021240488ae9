/**
 * Text as it may enter the program: without NUL and other control characters (new lines and tabs stay), lone halves of
 * surrogate pairs, bidirectional controls, zero-width characters, tag characters and private-use marks. What is shown is
 * always this text.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/\u00ad|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\ufeff|[\ufff9-\ufffb]|\ufffd/g, '')
    .replace(/[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu, '');
}

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
  const folded = foldWidth(text);
  if (!text.includes('，')) return folded;
  return folded.replace(/,/g, (comma, at: number) =>
    text[at] === '，' && !(isWideDigit(text.charCodeAt(at - 1)) && isWideDigit(text.charCodeAt(at + 1))) ? '，' : comma,
  );
}

const isWideDigit = (code: number): boolean => code >= 0xff10 && code <= 0xff19;
