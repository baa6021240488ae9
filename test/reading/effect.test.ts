import { expect, it } from 'vitest';
import { readEffects } from '../../src/reading/effect.ts';

it.each([
  ['就业120人 村集体增收30万元 盘活40亩', { 就业: '120', 村集体增收: '30', 盘活土地: '40' }],
  ['带动就业一百二十人，带动农户 80 户', { 就业: '120', 带动农户: '80' }],
  ['人均月增收1000元，村集体一年增收30余万元', { 人均月增收: '1000', 村集体增收: '30' }],
  ['集体增收 5000元', { 村集体增收: '0.5' }],
  ['盘活闲置厂房用地12.5亩', { 盘活土地: '12.5' }],
  ['用地40亩，投资3亿', {}],
])('%s', (text, expected) => {
  expect(Object.fromEntries(readEffects(text).map(({ kind, amount }) => [kind, amount]))).toEqual(expected);
});
