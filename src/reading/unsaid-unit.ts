import { area } from '../domain/money/decimal.ts';
import type { AmountSpan } from './amount.ts';
import { clauseBefore } from './clause.ts';
import type { LandSpan } from './land.ts';
import type { NumberSpan } from './number.ts';

/** A word for money, and what may stand between it and its number. */
const GAP =
  '(?:每年|一年|年|要|能|可|得|有|个|到|就|写|大概|大约|约|估摸|估计|预计|差不多|是|为|共|了|额)*\\s?[:：]?\\s?$';
const OF_MONEY = new RegExp(
  `(?:投(?!票|诉|产|标)[资入了]?|总投|资金|增资|追加|预算|花|产值|营收|税收?|卖|年销|盘子|总共|一共|共计|合计|加起来|加一起|拢共|[亿万][一二两三四五六七八九]?变[成为]?)${GAP}`,
);
/** 七千五 and nothing more, from blank to blank. */
const ALONE = /^[一二两三四五六七八九]千(?:[一二三四五六七八九]百?)?$|^(?!20)[1-9]\d00$/;
const OF_TAX = new RegExp(`税收?${GAP}`);
const OF_LAND = new RegExp(
  `(?:(?:^|[\\s，,。；;=])|[用占要拿征批供需新给])地皮?${GAP}|(?:岸上|建设用)地${GAP}|亩数${GAP}`,
);
/** The number is the last of its piece. */
const ENDS =
  /^\s?(?:左右|上下|多|出头|来块|整)?(?=$|[\s，,。；;、）)（(])(?!\s?(?:个|号|度|平|亩(?![产均税])|元|美|欧|日元|港|吨|台|年|月|人|名|家|套))/;

/** Nobody tells of less: of these numbers 万 goes without saying; below them a person is asked. */
const LEAST = { money: 200, tax: 20, land: 3 };
const MOST = { money: 99_999, land: 3_000 };

/** 投六千五, 税一百二, 产值8000: in chat the unit goes without saying, 万元. Of 投1.7 it may be 亿: that is left out. */
export function unsaidAmounts(plain: string, numbers: readonly NumberSpan[], chatty: boolean): readonly AmountSpan[] {
  return wholes(plain, numbers).flatMap(({ count, start, end, low, vague }) => {
    const said = clauseBefore(plain, start, 10);
    const least = OF_TAX.test(said) ? LEAST.tax : LEAST.money;
    const alone = chatty && /(?:^|[\s，,])$/.test(said) && ALONE.test(plain.slice(start, end));
    if (!(alone || OF_MONEY.test(said)) || count < least || count > MOST.money) return [];
    const text = plain.slice(start, end);
    const faults = { negative: false, malformed: false, tooLarge: false };
    return [{ start, end, text, currency: 'CNY', wan: low, approximate: vague, ...faults }];
  });
}

/** 地要60, 亩数35: in chat the unit goes without saying, 亩. */
export const unsaidLands = (plain: string, numbers: readonly NumberSpan[]): readonly LandSpan[] =>
  wholes(plain, numbers).flatMap(({ count, start, end, low }) =>
    OF_LAND.test(clauseBefore(plain, start, 8)) && count >= LEAST.land && count <= MOST.land
      ? [{ start, end, text: plain.slice(start, end), mu: area(low), direct: true, unit: '亩' as const }]
      : [],
  );

/** Whole numbers without any unit, each the last of its piece. */
const wholes = (plain: string, numbers: readonly NumberSpan[]) =>
  numbers.flatMap((number) => {
    const { low, scaled, high, negative, malformed, tooLarge } = number;
    if (scaled || high !== null || negative || malformed || tooLarge || low.includes('.')) return [];
    return ENDS.test(plain.slice(number.end, number.end + 5)) ? [{ ...number, count: Number(low) }] : [];
  });
