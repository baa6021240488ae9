import { decimal, round } from '../money/decimal.ts';
import { type Exact, HUNDRED, readExact } from '../money/exact.ts';
import type { Round, Show } from './scheme.ts';

const PLACES = 2;

/** A figure rounded where the scheme says so; as it is where it says nothing. */
export function rounded(value: Exact, rule: Round | undefined): Exact {
  if (!rule) return value;
  return readExact(decimal(round(value, rule.places ?? PLACES, rule.mode))) ?? value;
}

/** A figure as it is printed: fixed places, × 100 without a sign where `percent`. */
export const printed = (value: Exact, { percent, places, mode }: Show): string =>
  round(percent ? value.mul(HUNDRED) : value, places ?? PLACES, mode);
