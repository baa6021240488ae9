import { EFFECT_KINDS, type Effect } from '../../domain/effect/effect.ts';

/** "120 人". */
export const effectText = ({ kind, amount }: Pick<Effect, 'kind' | 'amount'>): string =>
  `${amount} ${EFFECT_KINDS[kind].unit}`;
