import type { Context } from '../../src/commands/context.ts';
import { monthOf, type Period } from '../../src/domain/calendar/period.ts';
import { readPeriod } from '../../src/reading/period.ts';

/** The period that the words name (this month when they name none), and the words that are left. */
export function periodIn(
  words: string | undefined,
  { today }: Context,
): { readonly period: Period; readonly left: string } {
  const found = words ? readPeriod(words, today) : null;
  return {
    period: found?.period ?? monthOf(today),
    left: (found ? (words ?? '').replace(found.text, ' ') : (words ?? '')).trim(),
  };
}
