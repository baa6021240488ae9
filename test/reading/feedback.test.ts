import { expect, test } from 'vitest';
import { readSaid } from '../../src/reading/feedback.ts';

test.each([
  ['好', 'good', [], null, null],
  ['很准', 'good', [], null, null],
  ['不错，快', 'good', [], '快', null],
  ['差', 'bad', [], null, null],
  ['不好 数字不对，少了两个单位', 'bad', ['数字不对'], '少了两个单位', null],
  ['差 内容不全、数字不对 【答复 0198-ab.1】', 'bad', ['内容不全', '数字不对'], null, '0198-ab.1'],
  ['收回', 'withdrawn', [], null, null],
])('%s', (said, verdict, reasons, words, answer) => {
  expect(readSaid(said)).toEqual({ verdict, reasons, words, answer });
});

test.each(['', '昨天的排行', '还行吧'])('“%s” does not say', (said) => {
  expect(readSaid(said)).toBeNull();
});
