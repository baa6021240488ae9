import type { Context } from '../../src/commands/context.ts';
import { partsOf } from '../../src/domain/calendar/date.ts';
import { monthOf, type Period } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readPeriod } from '../../src/reading/period.ts';

/** The period that the words name (this month when they name none), and the words that are left. Refusal "report.far". */
export function periodIn(
  words: string | undefined,
  { today }: Context,
): { readonly period: Period; readonly left: string } {
  const found = words ? readPeriod(words, today) : null;
  const { year } = partsOf(today);
  const named = found ? partsOf(found.period.from).year : year;
  if (found && (named < 2000 || named > year + 1)) throw new Refusal('report.far', { text: found.text });
  return {
    period: found?.period ?? monthOf(today),
    left: (found ? (words ?? '').replace(found.text, ' ') : (words ?? '')).trim(),
  };
}
