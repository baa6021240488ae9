import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { date } from '../../src/domain/calendar/date.ts';
import type { CaptureFields } from '../../src/reading/gold.ts';
import { lineReader } from '../../src/reading/read-lines.ts';
import type { Labelled } from './score.ts';

/** A labelled set with what the reading makes of it. */
export interface LabelledSet {
  readonly labelled: readonly Labelled[];
  readonly predictions: ReadonlyMap<
    string,
    { readonly kind: string; readonly confidence: number; readonly id: string } & CaptureFields
  >;
}

/** Loads one of the sets in `test/fixtures/capture` and reads every message of it. */
export function labelledSet(name: 'dev' | 'own'): LabelledSet {
  const file = new URL(`../fixtures/capture/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const read = lineReader({ today: date('2026-06-10') });
  const said = lines.map((line) => JSON.parse(JSON.stringify(read(line))));
  return {
    labelled: lines.map((line) => JSON.parse(line)),
    predictions: new Map(said.map((line) => [line.id, line])),
  };
}

/** 0 or 1: the half that a message's source belongs to; no source is in both. */
export const half = ({ source }: Labelled): number => (createHash('sha256').update(source).digest()[0] ?? 0) % 2;
