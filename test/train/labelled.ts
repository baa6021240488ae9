import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { factsOf } from '../../src/reading/facts.ts';
import { signsOf } from '../../src/reading/judge.ts';
import type { Kind } from '../../src/reading/message-weighed.ts';
import { readNames } from '../../src/reading/names.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { readScale } from '../../src/reading/scale.ts';
import { readStage } from '../../src/reading/stage.ts';

const calendar = workCalendar();

interface Line {
  readonly text: string;
  readonly kind: Kind;
  readonly source: string;
  readonly ref_date: string;
  readonly gold: { readonly company: string | null; readonly project: string | null; readonly stage: string | null };
  readonly skip?: readonly string[];
}

/** The labelled messages as the reading sees them, each in one of five parts; messages of one source lie in the same part. */
export const labelled = ['dev', 'own'].flatMap((name) => {
  const file = new URL(`../fixtures/capture/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { text, kind, source, ref_date, gold, skip = [] }: Line = JSON.parse(line);
    const today = date(ref_date);
    const prepared = prepare(text, today, calendar);
    const { plain, chatty } = prepared;
    const stage = readStage(plain, today)?.stage ?? null;
    const facts = factsOf(prepared, readNames(prepared), readScale(prepared), stage);
    const digest = createHash('sha256')
      .update(source + text.length)
      .digest();
    return { plain, chatty, kind, gold, skip, facts: signsOf(prepared, facts), part: (digest[0] ?? 0) % 5 };
  });
});
