import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexed, KINDS, type Weights, weighKinds, writeWeights } from '../../src/reading/kind-weighed.ts';
import { labelled } from './labelled.ts';
import { learn, sampleOf } from './learn.ts';

const kindBy = (plain: string, facts: readonly number[], weights: Weights): string => {
  const likely = weighKinds(plain, facts, indexed(weights));
  return KINDS.reduce((best, kind) => (likely[kind] > likely[best] ? kind : best));
};

test('five times a fifth is left out: the kind told of it by its characters and its facts', () => {
  const right = [0, 1, 2, 3, 4].flatMap((left) => {
    const weights = learn(
      labelled.filter(({ part }) => part !== left).map(({ plain, kind, facts }) => sampleOf(plain, kind, facts)),
    );
    return labelled
      .filter(({ part }) => part === left)
      .map(({ plain, kind, facts }) => kindBy(plain, facts, weights) === kind);
  });
  const share = right.filter(Boolean).length / right.length;
  console.log(`kind by characters and facts, each fifth learned from the others: ${(share * 100).toFixed(1)} %`);
  expect(share).toBeGreaterThan(0.8);
});

test('the weights are learned from all and kept', () => {
  const table = writeWeights(learn(labelled.map(({ plain, kind, facts }) => sampleOf(plain, kind, facts))));
  const head = '/** Learned from the labelled messages by `npm run train`; see kind-weighed.ts. */';
  const file = new URL('../../src/reading/words/kind-weights.ts', import.meta.url);
  writeFileSync(file, `${head}\nexport const KIND_WEIGHTS =\n  '${table}';\n`);
  expect(table.length).toBeGreaterThan(10_000);
});
