import { expect, it } from 'vitest';
import { unitKindOf } from '../../../src/domain/org/unit-kind.ts';

it.each([
  ['临洺关镇', '乡镇街道'],
  ['城东街道', '乡镇街道'],
  ['经济开发区', '园区开发区'],
  ['驻深圳办事处', '驻外办事处'],
  ['发改局', '区直部门'],
  ['城投集团', '国有企业'],
  ['新能源产业链专班', '产业链专班'],
  ['某某处', null],
])('%s is %s', (name, kind) => {
  expect(unitKindOf(name)).toBe(kind);
});
