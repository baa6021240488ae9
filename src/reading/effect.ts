import type { EffectKind } from '../domain/effect/effect.ts';
import { type Decimal, exact, round, tryDecimal } from '../domain/money/decimal.ts';
import { foldDigits } from './clean.ts';
import { readNumbers } from './number.ts';

const SIGNS: readonly (readonly [EffectKind, RegExp, RegExp])[] = [
  ['人均月增收', /(?:人均|每人)(?:每月|月)?(?:增收|多挣|收入)[^\d零一二两三四五六七八九十百千万]{0,6}$/, /^\s?元/],
  ['就业', /(?:就业|用工|岗位|务工)[^\d零一二两三四五六七八九十百千万]{0,6}$/, /^\s?[人个名]/],
  [
    '村集体增收',
    /集体(?:一年|每年)?[^\d零一二两三四五六七八九十百千万]{0,8}$/,
    /^\s?(?:元|\/年|每年|一年|$|[\s，,；;。])/,
  ],
  ['盘活土地', /(?:盘活|闲置|流转土地)[^\d零一二两三四五六七八九十百千万]{0,8}$/, /^\s?亩/],
  ['带动农户', /(?:带动|农户|群众)[^\d零一二两三四五六七八九十百千万]{0,6}$/, /^\s?户/],
];

/** "就业120人 村集体增收30万元 盘活40亩": each effect once, in its unit (村集体增收: 万元). Pure. */
export function readEffects(text: string): readonly { readonly kind: EffectKind; readonly amount: Decimal }[] {
  const folded = foldDigits(text);
  const found = new Map<EffectKind, Decimal>();
  for (const number of readNumbers(folded)) {
    if (number.malformed || number.tooLarge || number.negative) continue;
    const [before, after] = [folded.slice(Math.max(0, number.start - 16), number.start), folded.slice(number.end)];
    const kind = SIGNS.find(([, ahead, behind]) => ahead.test(before) && behind.test(after))?.[0];
    if (!kind || found.has(kind)) continue;
    const yuan = kind === '村集体增收' ? exact(number.low).div(10_000) : exact(number.low);
    const amount = tryDecimal(round(yuan, 4));
    if (amount !== null) found.set(kind, amount);
  }
  return [...found].map(([kind, amount]) => ({ kind, amount }));
}
