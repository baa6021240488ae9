import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelled } from './labelled.ts';
import { learnNames, withOtherFirms } from './learn-names.ts';

const SILENT = { company: new Set(['none', 'activity']), project: new Set(['none', 'activity', 'funds']) };

/** So many times every message is told again with another firm's name. */
const SWAPS = [1, 2];

const told = labelled.map(({ plain, chatty, kind, gold, skip }) => ({
  plain,
  chatty,
  names: (['company', 'project'] as const).map((field) =>
    SILENT[field].has(kind) || skip.includes(field)
      ? undefined
      : gold[field] === null
        ? []
        : field === 'company'
          ? gold[field].split('、')
          : [gold[field]],
  ),
}));

const chatty = (is: boolean) => told.filter((message) => message.chatty === is).flatMap(({ names }) => names[0] ?? []);
const firms = { chat: chatty(true), news: chatty(false) };

test('where names stand is learned from all and kept', () => {
  const { moves, anywhere, count, grams } = learnNames([
    ...told,
    ...SWAPS.flatMap((seed) => withOtherFirms(told, firms, seed)),
  ]);
  const head = '/** Learned from the labelled messages by `npm run train`; see names-weighed.ts. */';
  const file = new URL('../../src/reading/words/name-weights.ts', import.meta.url);
  const list = (numbers: readonly number[]) => `[${numbers.join(', ')}]`;
  writeFileSync(
    file,
    `${head}
export const NAME_WEIGHTS = {
  moves: [
    ${moves.map(list).join(',\n    ')},
  ],
  anywhere: { chat: ${list(anywhere.chat)}, news: ${list(anywhere.news)} },
  count: ${count},
  grams:
    '${grams}',
};
`,
  );
  expect(count).toBeGreaterThan(1000);
});
