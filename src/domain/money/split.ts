import { decimal, type RoundingMode, round } from './decimal.ts';
import { divide, type Exact, readExact, sumExact, ZERO } from './exact.ts';

/** How the parts before the last are cut: truncated, or 四舍五入. */
export interface Cut {
  readonly places: number;
  readonly mode: Extract<RoundingMode, 'down' | 'half_up'>;
}

/**
 * A figure cut by shares (any positive numbers: 3:3:4, or fractions). Each part but the last is rounded to the places, the
 * last takes the rest, so the parts always add up to the figure rounded (四舍五入) to the places. Parts are text with
 * fixed places. Shares that add up to 0 give everything to the last; no shares, no parts.
 */
export function splitExactly(figure: Exact, shares: readonly Exact[], { places, mode }: Cut): readonly string[] {
  const whole = read(round(figure, places));
  const all = sumExact(shares);
  const parts = shares.slice(0, -1).map((share) => read(round(divide(whole.mul(share), all) ?? ZERO, places, mode)));
  const rest = whole.sub(sumExact(parts));
  return shares.length === 0 ? [] : [...parts, rest].map((part) => round(part, places));
}

const read = (text: string): Exact => readExact(decimal(text)) ?? ZERO;
