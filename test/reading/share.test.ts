import { expect, test } from 'vitest';
import { readShare, readTerm } from '../../src/reading/share.ts';

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

test.each([
  ['40:60 共享5年', 5],
  ['四六开 期限五年 本镇没有用地', 5],
  ['40:60，为期十年', 10],
  ['40:60 两年内', 2],
  ['40:60 2026年6月谈成', null],
  ['40:60 26年6月谈成', null],
  ['40:60 99年', null],
  ['40:60', null],
])('for how many years: %s', (text, years) => {
  expect(readTerm(text)?.years ?? null).toBe(years);
});
