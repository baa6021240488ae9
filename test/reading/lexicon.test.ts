import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allWords, firstWord, lexicon, wordAt } from '../../src/reading/lexicon.ts';

const words = lexicon<string | null>([
  ['锂', 'one'],
  ['锂电池', 'three'],
  ['锂电池隔膜', 'five'],
  ['隔膜', 'two'],
  ['隔膜', 'twice'],
  ['电', null],
  ['', 'nothing'],
]);

it('finds the longest word that begins at a place, and none behind the end', () => {
  expect(wordAt(words, '做锂电池隔板', 1)).toEqual({ start: 1, end: 4, value: 'three' });
  expect(wordAt(words, '锂电池隔膜', 0)?.value).toBe('five');
  expect(wordAt(words, '锂电', 0)).toEqual({ start: 0, end: 1, value: 'one' });
  expect(wordAt(words, '锂', 1)).toBeNull();
  expect(wordAt(words, '', 0)).toBeNull();
});

it('keeps the first of two values, also where that is null', () => {
  expect(wordAt(words, '隔膜', 0)?.value).toBe('two');
  expect(wordAt(words, '电', 0)?.value).toBeNull();
});

it('tells words from left to right, none over another', () => {
  expect(allWords(words, '锂电池隔膜和锂电隔膜').map(({ start, end }) => [start, end])).toEqual([
    [0, 5],
    [6, 7],
    [7, 8],
    [8, 10],
  ]);
  expect(firstWord(words, '没有隔膜的电池')).toMatchObject({ start: 2, value: 'two' });
  expect(firstWord(words, '没有')).toBeNull();
});

it('finds what a search of every word finds', () => {
  const some = fc.string({
    unit: fc.constantFrom('锂', '电', '池', '隔', '膜', 'a', '\ud83d', '\uffff'),
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 30 }),
      fc.string({ unit: fc.constantFrom('锂', '电', '池', '隔', '膜', 'a', '\ud83d', '\uffff'), maxLength: 40 }),
      (list, text) => {
        const found = lexicon(list.map((word) => [word, word] as const));
        for (let at = 0; at <= text.length; at += 1) {
          const longest = list
            .filter((word) => word !== '' && text.startsWith(word, at))
            .sort((a, b) => b.length - a.length)[0];
          expect(wordAt(found, text, at)?.value).toBe(longest);
        }
      },
    ),
  );
});
