import type { CalendarDate } from '../calendar/date.ts';
import { type Decimal, sum } from '../money/decimal.ts';

/** What a project does for the place beside money (3-02): how it is called, its unit, and whether projects add up. */
export const EFFECT_KINDS = {
  就业: { unit: '人', adds: true },
  村集体增收: { unit: '万元/年', adds: true },
  盘活土地: { unit: '亩', adds: true },
  带动农户: { unit: '户', adds: true },
  人均月增收: { unit: '元', adds: false },
} as const satisfies Readonly<Record<string, { readonly unit: string; readonly adds: boolean }>>;

/** A kind of effect. */
export type EffectKind = keyof typeof EFFECT_KINDS;

/** An effect as last told of a project. */
export interface Effect {
  readonly projectId: number;
  readonly projectName: string;
  readonly unitId: number | null;
  readonly kind: EffectKind;
  /** In the kind's unit. */
  readonly amount: Decimal;
  readonly on: CalendarDate;
}

/** The sums of what adds up, in the order of the kinds. */
export function effectTotals(
  effects: readonly Effect[],
): readonly { readonly kind: EffectKind; readonly total: Decimal; readonly projects: number }[] {
  return (Object.keys(EFFECT_KINDS) as EffectKind[]).flatMap((kind) => {
    const own = effects.filter((effect) => effect.kind === kind);
    return own.length === 0 || !EFFECT_KINDS[kind].adds
      ? []
      : [{ kind, total: sum(own.map(({ amount }) => amount)), projects: own.length }];
  });
}
