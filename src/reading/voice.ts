import { lexicon, wordAt } from './lexicon.ts';
import { HEARD } from './words/heard.ts';

const WORDS = lexicon(HEARD.split(' ').map((pair) => pair.split(':') as [string, string]));
const ANY = new RegExp(
  HEARD.split(' ')
    .map((pair) => pair.split(':')[0])
    .join('|'),
);

/** The text with such slips set right, character for character. Only for reading. */
export function setRight(text: string): string {
  if (!ANY.test(text)) return text;
  let right = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const hit = wordAt(WORDS, text, at);
    if (hit === null || !IN_PLACE.test(text.slice(hit.end, hit.end + 3))) {
      at += 1;
      continue;
    }
    right += text.slice(from, at) + hit.value;
    at = hit.end;
    from = at;
  }
  return from === 0 ? text : right + text.slice(from);
}

/** Such a word is only a slip where a sum, a stop or another word of the trade may follow it (not 战地医院). */
const IN_PLACE =
  /^(?:$|[\s，,。；;、）)]|[约近超达过大想要]?[\d零一二两三四五六七八九十百千]|了|的|项目|左右|资金|仪式|额|总)/;
