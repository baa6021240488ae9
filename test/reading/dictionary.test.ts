import { expect, test } from 'vitest';
import { isOrdinaryWord } from '../../src/reading/dictionary.ts';

test.each([
  ['近期', true],
  ['修正', true],
  ['雅迪', false],
  ['史丹利', false],
  ['项目推进', false],
])('%s is one word of the dictionary: %s', (word, known) => {
  expect(isOrdinaryWord(word)).toBe(known);
});
