import { eachGram } from '../../src/reading/grams.ts';
import type { KeptRows } from '../../src/reading/kept-rows.ts';
import { ALWAYS, KINDS, type Kind, STAGES, STEP } from '../../src/reading/message-weighed.ts';
import { keep, stepsOf } from './keep.ts';
import { learn } from './learn.ts';

/** A message to learn from. */
export interface ToldMessage {
  readonly plain: string;
  readonly facts: readonly number[];
  readonly kind: Kind;
  /** Undefined where the message teaches no stage, null where none is reached. */
  readonly stage?: string | null;
}

const stages: readonly (string | null | undefined)[] = STAGES;
const KEPT = { kinds: 8000, stages: 3000 };

/** Weights that tell kinds and stages apart, as a file keeps them. */
export function learnMessages(messages: readonly ToldMessage[]): KeptRows {
  const samples = messages.map(({ plain, facts, kind, stage }) => {
    const grams = new Set([ALWAYS, ...facts]);
    eachGram(plain.slice(0, 400), (gram) => grams.add(gram | 0));
    return { grams: [...grams], kind: KINDS.indexOf(kind), stage: stages.indexOf(stage) };
  });
  const kinds = learn(
    samples.map(({ grams, kind }) => ({ grams, answer: kind })),
    KINDS.length,
    KEPT.kinds,
  );
  const staged = samples.flatMap(({ grams, stage }) => (stage < 0 ? [] : [{ grams, answer: stage }]));
  const staging = learn(staged, STAGES.length, KEPT.stages);
  const grams = [...new Set([...kinds.keys(), ...staging.keys()])];
  const rows = grams.flatMap((gram) => [
    ...(kinds.get(gram) ?? KINDS.map(() => 0)),
    ...(staging.get(gram) ?? STAGES.map(() => 0)),
  ]);
  return keep(
    grams,
    Int8Array.from(rows, (weight) => stepsOf(weight, STEP)),
  );
}
