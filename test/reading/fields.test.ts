import { expect, it } from 'vitest';
import { itemsOf, readFields } from '../../src/reading/fields.ts';

const LABELS = { park: ['园区', '位于'], gives: ['支持', '奖补'] } as const;

it.each([
  ['城东3号地 园区 经开区', '城东3号地', { park: '经开区' }],
  [
    '城东3号地，园区：经开区；支持：按投资额 5%，最高 500 万元',
    '城东3号地',
    { park: '经开区', gives: '按投资额 5%，最高 500 万元' },
  ],
  ['产业园区一期', '产业园区一期', {}],
  ['位于 甲 位于 乙', '', { park: '乙' }],
  ['园区：', '', {}],
])('%s', (text, head, fields) => {
  expect(readFields(text, LABELS)).toEqual({ head, fields });
});

it('items stand between commas, marks or blanks', () => {
  expect(itemsOf('装备、光伏，储能 氢能')).toEqual(['装备', '光伏', '储能', '氢能']);
  expect(itemsOf(undefined)).toEqual([]);
});
