import { expect, test } from 'vitest';
import { readShare } from '../../src/reading/share.ts';

test.each([
  ['40:60', '0.4'],
  ['４０：６０', '0.4'],
  ['4比6', '0.4'],
  ['四六开 本镇没有工业用地', '0.4'],
  ['30%', '0.3'],
  ['1:2', '0.33333333'],
  ['5:5', '0.5'],
])('%s leaves the first %s', (text, first) => {
  expect(readShare(text)?.first).toBe(first);
});

test.each(['', '0:100', '100:0', '没有', '2026:06:10'])('%j is no split', (text) => {
  expect(readShare(text)).toBeNull();
});
