import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KINDS, messageTable, weighMessage, weighText } from '../../src/reading/message-weighed.ts';
import { labelled } from './labelled.ts';
import { learnMessages } from './learn-messages.ts';

/** Only where a project is told of has it a stage. */
const STAGED = new Set(['lead', 'stage', 'problem']);

const messages = labelled.map(({ plain, facts, kind, part, gold, skip }) => {
  const taught = STAGED.has(kind) && !skip.includes('stage');
  return { plain, facts, kind, part, ...(taught ? { stage: gold.stage } : {}) };
});

test('five times a fifth is left out: the kind told of it by its characters and its facts', () => {
  const right = [0, 1, 2, 3, 4].flatMap((left) => {
    const table = messageTable(learnMessages(messages.filter(({ part }) => part !== left)));
    return messages
      .filter(({ part }) => part === left)
      .map(({ plain, facts, kind }) => {
        const { kinds } = weighMessage(weighText(plain, table), facts, table);
        return KINDS.every((other) => other === kind || kinds[kind] > kinds[other]);
      });
  });
  const share = right.filter(Boolean).length / right.length;
  console.log(`kind by characters and facts, each fifth learned from the others: ${(share * 100).toFixed(1)} %`);
  expect(share).toBeGreaterThan(0.8);
});

test('the weights are learned from all and kept', () => {
  const { count, grams } = learnMessages(messages);
  const head = '/** Learned from the labelled messages by `npm run train`; see message-weighed.ts. */';
  const file = new URL('../../src/reading/words/message-weights.ts', import.meta.url);
  writeFileSync(file, `${head}\nexport const MESSAGE_WEIGHTS = {\n  count: ${count},\n  grams:\n    '${grams}',\n};\n`);
  expect(count).toBeGreaterThan(1000);
});
