import { foldWidth } from './clean.ts';
import { matches } from './matches.ts';

/** A telephone number: digits only, with the area code, and the extension (转801) apart. */
export interface PhoneSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly digits: string;
  readonly extension: string | null;
}

const GAP = '[ \\-]?';
const MOBILE = `(?:(?:\\+?86|0086)[ \\-]?)?1${GAP}[3-9]${GAP}\\d${GAP}\\d${GAP}\\d${GAP}\\d${GAP}\\d${GAP}\\d${GAP}\\d${GAP}\\d${GAP}\\d`;
const DOTTED = '1[3-9]\\d[.,]\\d{4}[.,]\\d{4}';
/** Of another country: +39 333 444 5555. */
const ABROAD = '\\+(?!86)\\d{1,3}(?:[ \\-]?\\d{2,4}){2,4}';
const HOTLINE = '[48]00[ \\-]?\\d{3,4}[ \\-]?\\d{3,4}';
const LANDLINE =
  '\\(?0(?:10|2\\d|[3-9]\\d{2})\\)?[ \\-]?(?:[1-9]\\d{6,7}|[1-9]\\d{2,3}[ \\-]\\d{4})|(?<=(?:电话|座机|固话|办公室)[:： ]?)(?:0(?:10|2\\d|[3-9]\\d{2})[ \\-]?\\d{7,8}|[2-9]\\d{6,7})|[2-9]\\d{3}[ \\-]?\\d{4}(?=[ (]{0,2}香港)|(?<=香港(?:电话|号码?)?[: ]?)[2-9]\\d{3}[ \\-]?\\d{4}';
const PHONE = new RegExp(
  `(?<![\\d.])(?:${ABROAD}|${MOBILE}|${DOTTED}|${HOTLINE}|${LANDLINE})(?![\\d.])(?:[ ,]?(?:转|分机|ext\\.?)[分机号:：]{0,3} ?(?<extension>\\d{1,6}))?`,
  'gi',
);

const SPOKEN =
  /(?<![零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖])[一幺壹][三四五六七八九叁肆伍陆柒捌玖][零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{9}(?![零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖十百千万亿])/g;
const SPOKEN_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};

/** Every telephone number of a text, in order: mobiles, landlines with or without area code, 400 and 800 numbers. */
export function readPhones(text: string): readonly PhoneSpan[] {
  if (!/[\d０-９](?:\D{0,2}[\d０-９]){6}/.test(text)) return spokenPhones(text);
  const written = matches(PHONE, foldWidth(text)).map((match) => {
    const end = match.index + match[0].length;
    const extension = match.groups?.extension ?? null;
    const own = extension === null ? match[0] : match[0].slice(0, match[0].search(/[ ,]?(?:转|分机|ext)/i));
    return { start: match.index, end, text: text.slice(match.index, end), digits: digitsOf(own), extension };
  });
  const spoken = spokenPhones(text);
  return spoken.length === 0 ? written : [...written, ...spoken].sort((a, b) => a.start - b.start);
}

/** A mobile number as it is dictated: 一三九…, 幺三九…. */
const spokenPhones = (text: string): readonly PhoneSpan[] =>
  matches(SPOKEN, text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    digits: [...match[0]].map((character) => SPOKEN_DIGITS[character] ?? '').join(''),
    extension: null,
  }));

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '');

/** The text with its telephone numbers starred out, for what leaves the house. */
export const withoutPhones = (text: string): string =>
  readPhones(text).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}${'*'.repeat(end - start)}${left.slice(end)}`,
    text,
  );
