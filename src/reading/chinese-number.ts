import { type Decimal, tryDecimal } from '../domain/money/decimal.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  兩: 2,
  俩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/**
 * A Chinese numeral below 万 as a decimal: 十五, 两千, 一百二, 八百五十, 三点五, 二〇二六 (digits in a row), 1千 is not one. A
 * last digit after 百 or 千 counts tens or hundreds (两千六 = 2600). Null where the characters make no number.
 */
export function readNumeral(text: string): Decimal | null {
  const [whole = '', part, more] = text.split(/[点點]/);
  if (more !== undefined || (part !== undefined && !part)) return null;
  const head = wholeNumber(whole);
  if (head === null) return null;
  if (part === undefined) return tryDecimal(head);
  const digits = [...part].map((character) => DIGITS[character]);
  return digits.some((digit) => digit === undefined) ? null : tryDecimal(`${head}.${digits.join('')}`);
}

function wholeNumber(text: string): number | null {
  if (!text) return null;
  const characters = [...text];
  if (characters.every((character) => DIGITS[character] !== undefined)) {
    return Number(characters.map((character) => DIGITS[character]).join(''));
  }
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 0;
  let zero = false;
  for (const character of characters) {
    const unit = SMALL[character];
    const value = DIGITS[character];
    if (unit !== undefined) {
      if (lastUnit !== 0 && unit >= lastUnit) return null;
      total += (digit ?? (total === 0 ? 1 : 0)) * unit;
      [digit, lastUnit, zero] = [null, unit, false];
    } else if (value === 0) {
      zero = true;
    } else if (value !== undefined && digit === null) {
      digit = value;
    } else {
      return null;
    }
  }
  if (digit === null) return total;
  return total + (lastUnit >= 100 && !zero ? digit * (lastUnit / 10) : digit);
}
