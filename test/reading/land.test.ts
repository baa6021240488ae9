import { expect, it } from 'vitest';
import { readLands } from '../../src/reading/land.ts';

it.each([
  ['占地42.99亩', '42.99'],
  ['约1000余亩', '1000'],
  ['27公顷', '405'],
  ['1.2平方公里', '1800'],
  ['10万平方米', '150'],
  ['25,766.28 平方米', '38.65'],
  ['三百亩', '300'],
  ['1.2万亩', '12000'],
])('%s is %s 亩', (text, mu) => {
  expect(readLands(text).map((span) => span.mu)).toEqual([mu]);
});

it.each(['投资强度300万元/亩', '一个半亿 亩数待定', '1.5亿亩', '18立方米', '3个方案'])('%s is no land', (text) => {
  expect(readLands(text)).toEqual([]);
});
