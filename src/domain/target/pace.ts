import { type Decimal, decimal, exact } from '../money/decimal.ts';
import type { Exact } from '../money/exact.ts';

/**
 * 序时进度 at the end of the n-th month of the task year as a fraction of it ("5/6"): months passed ÷ 12, or the office's
 * own table (twelve fractions or decimals).
 */
export const paceOf = (month: number, table: readonly string[]): string => table[month - 1] ?? `${month}/12`;

/** A fraction text ("5/6", "0.4") as an exact number. */
export function paceValue(text: string): Exact {
  const [over = '0', under = '1'] = text.split('/');
  return exact(decimal(over)).div(exact(decimal(under)));
}

/** How a unit stands against the schedule: done ÷ target, and that minus 序时进度. Null without a target. */
export function paceAgainst(
  done: Decimal,
  target: Decimal | null,
  pace: string,
): { readonly completion: Exact; readonly ahead: Exact } | null {
  if (target === null || target === '0') return null;
  const completion = exact(done).div(exact(target));
  return { completion, ahead: completion.sub(paceValue(pace)) };
}
