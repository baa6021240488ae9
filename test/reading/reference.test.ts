import { expect, it } from 'vitest';
import { readRecordNumber } from '../../src/reading/reference.ts';

it.each([
  ['X113', 'X113'],
  ['x113 5000万', 'X113'],
  ['#113', 'X113'],
  ['Ｘ１１３', 'X113'],
  ['X 113', 'X113'],
  ['办结r45', 'R45'],
  ['解决 W12', 'W12'],
])('%s names %s', (text, number) => {
  expect(readRecordNumber(text).map((span) => `${span.letter}${span.number}`)).toEqual([number]);
});

it.each(['AX113', 'R600a', 'X1234567890', '113'])('%s names no record', (text) => {
  expect(readRecordNumber(text)).toEqual([]);
});
