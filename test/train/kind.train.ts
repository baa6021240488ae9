import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { indexed, KINDS, type Kind, type Weights, weighKinds, writeWeights } from '../../src/reading/kind-weighed.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { learn, sampleOf } from './learn.ts';

/** The labelled messages as the reading sees them. */
const messages = ['dev', 'own'].flatMap((name) => {
  const file = new URL(`../fixtures/capture/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { text, kind, source } = JSON.parse(line) as { text: string; kind: Kind; source: string };
    const { plain } = prepare(text, date('2026-06-10'), workCalendar());
    return {
      plain,
      kind,
      part:
        (createHash('sha256')
          .update(source + text.length)
          .digest()[0] ?? 0) % 5,
    };
  });
});

const kindBy = (plain: string, weights: Weights): string => {
  const likely = weighKinds(plain, indexed(weights));
  return KINDS.reduce((best, kind) => (likely[kind] > likely[best] ? kind : best));
};

test('five times a fifth is left out: the kind told of it by its characters alone', () => {
  const right = [0, 1, 2, 3, 4].flatMap((left) => {
    const weights = learn(messages.filter(({ part }) => part !== left).map(({ plain, kind }) => sampleOf(plain, kind)));
    return messages.filter(({ part }) => part === left).map(({ plain, kind }) => kindBy(plain, weights) === kind);
  });
  const share = right.filter(Boolean).length / right.length;
  console.log(`kind by characters alone, each fifth learned from the others: ${(share * 100).toFixed(1)} %`);
  expect(share).toBeGreaterThan(0.8);
});

test('the weights are learned from all and kept', () => {
  const table = writeWeights(learn(messages.map(({ plain, kind }) => sampleOf(plain, kind))));
  const head = '/** Learned from the labelled messages by `npm run train`; see kind-weighed.ts. */';
  const file = new URL('../../src/reading/words/kind-weights.ts', import.meta.url);
  writeFileSync(file, `${head}\nexport const KIND_WEIGHTS =\n  '${table}';\n`);
  expect(table.length).toBeGreaterThan(10_000);
});
