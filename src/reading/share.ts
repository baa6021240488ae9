import { type Decimal, exact, toDecimal, tryDecimal } from '../domain/money/decimal.ts';
import { readNumeral } from './chinese-number.ts';
import { foldWidth } from './clean.ts';

/** A split in two: the first party's part, 0 < share < 1, and the words it stood in. */
export interface ShareReading {
  readonly first: Decimal;
  readonly text: string;
}

const RATIO = /(?<![\d.:/])(\d{1,3}(?:\.\d{1,4})?)\s*[:/比]\s*(\d{1,3}(?:\.\d{1,4})?)(?![\d.:/])/;
const PERCENT = /(?<![\d.])(\d{1,2}(?:\.\d{1,4})?)%/;
const SPOKEN = /([一二三四五六七八九])([一二三四五六七八九])(?:分成|开|分)/;
const DIGITS = '零一二三四五六七八九';

const TERM = /(?:共享|期限|为期)?\s*(?<![\d.])(\d{1,2}|[一二三五十两])\s*年(?!\d|[^\S\n]*\d{1,2}月)(?:期|内)?/;

/** For how many years a split holds ("共享5年", "五年"), and the words it stood in; null when no number of years is said. */
export function readTerm(raw: string): { readonly years: number; readonly text: string } | null {
  const found = TERM.exec(foldWidth(raw));
  if (!found?.[1]) return null;
  const years = /\d/.test(found[1]) ? Number(found[1]) : Number(readNumeral(found[1].replace('两', '二')) ?? 0);
  return years >= 1 && years <= 50 ? { years, text: found[0] } : null;
}

/** Reads "40:60", "4比6", "四六开", "40%" (the rest goes to the other). Null when none of them stands in the text. */
export function readShare(raw: string): ShareReading | null {
  const text = foldWidth(raw);
  const ratio = RATIO.exec(text);
  if (ratio) return split(ratio[1] ?? '', ratio[2] ?? '', ratio[0]);
  const spoken = SPOKEN.exec(text);
  if (spoken) return split(String(DIGITS.indexOf(spoken[1] ?? '')), String(DIGITS.indexOf(spoken[2] ?? '')), spoken[0]);
  const percent = PERCENT.exec(text);
  return percent ? split(percent[1] ?? '', String(100 - Number(percent[1])), percent[0]) : null;
}

function split(first: string, second: string, text: string): ShareReading | null {
  const [a, b] = [tryDecimal(first), tryDecimal(second)];
  if (a === null || b === null || a === '0' || b === '0') return null;
  const whole = exact(a).add(exact(b));
  const share = exact(a).div(whole);
  const rounded = share.mul(100_000_000).floor().div(100_000_000);
  return { first: toDecimal(rounded), text };
}
