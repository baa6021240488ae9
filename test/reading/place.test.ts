import { expect, it } from 'vitest';
import { readPlace } from '../../src/reading/place.ts';

it.each([
  [
    '城东产业园3号地 空闲60亩 园区 经开区 价格 12万元/亩 产业 装备制造、光伏 条件 标准地、九通一平',
    {
      name: '城东产业园3号地',
      land: '60',
      park: '经开区',
      price: '12万元/亩',
      chains: ['装备制造', '光伏'],
      terms: ['标准地', '九通一平'],
    },
  ],
  [
    '标准厂房2栋，厂房面积1.2万平方米，租金：8元/平方米·月',
    { name: '标准厂房2栋', kind: '厂房', plant: 12000, price: '8元/平方米·月' },
  ],
  [
    '原纺织厂闲置厂房 占地35.5亩 建筑面积 9000㎡',
    { name: '原纺织厂闲置厂房', kind: '存量', land: '35.5', plant: 9000 },
  ],
  ['空闲 2公顷', { land: '30' }],
])('%s', (text, expected) => {
  const read = readPlace(text);
  expect(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))).toEqual(expected);
});
