import type { Context } from '../../src/commands/context.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { partsOf } from '../../src/domain/calendar/date.ts';
import type { Period } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readPeriod } from '../../src/reading/period.ts';

/** The period that the words name in the office's books (this month when they name none), and the words that are left. Refusal "report.far". */
export function periodIn(
  words: string | undefined,
  { today, org }: Context,
): { readonly period: Period; readonly left: string } {
  const books = booksOf(org.settings);
  const found = words ? readPeriod(words, today, books) : null;
  const { year } = partsOf(today);
  const named = found ? partsOf(found.period.to).year : year;
  if (found && (named < 2000 || named > year + 1)) throw new Refusal('report.far', { text: found.text });
  return {
    period: found?.period ?? books.holding('month', today),
    left: (found ? (words ?? '').replace(found.text, ' ') : (words ?? '')).trim(),
  };
}
