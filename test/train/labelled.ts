import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import type { Kind } from '../../src/reading/kind-weighed.ts';
import { prepare } from '../../src/reading/prepared.ts';

interface Line {
  readonly text: string;
  readonly kind: Kind;
  readonly source: string;
  readonly gold: { readonly company: string | null; readonly project: string | null };
  readonly skip?: readonly string[];
}

/** The labelled messages as the reading sees them, each in one of five parts; messages of one source lie in the same part. */
export const labelled = ['dev', 'own'].flatMap((name) => {
  const file = new URL(`../fixtures/capture/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { text, kind, source, gold, skip = [] }: Line = JSON.parse(line);
    const { plain, chatty } = prepare(text, date('2026-06-10'), workCalendar());
    const digest = createHash('sha256')
      .update(source + text.length)
      .digest();
    return { plain, chatty, kind, gold, skip, part: (digest[0] ?? 0) % 5 };
  });
});
