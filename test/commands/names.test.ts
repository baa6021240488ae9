import { expect, it } from 'vitest';
import { readNames } from '../../src/commands/names.ts';

const vocabulary = {
  units: [
    { id: 1, name: '城关镇', aliases: ['城关'] },
    { id: 2, name: '发展和改革局', aliases: ['发改局'] },
  ],
  people: [
    { id: 7, name: '张三', unitId: 1 },
    { id: 8, name: '赵顺', unitId: 2 },
  ],
  chains: [],
};
const named = (text: string) =>
  readNames(text, vocabulary, ['unit', 'person']).map(({ start, end, named: { name } }) => [
    text.slice(start, end),
    name,
  ]);

it.each([
  ['@城关镇 下周三前', [['@城关镇', '城关镇']]],
  ['@成关镇 下周三前', [['@成关镇', '城关镇']]],
  ['@cgz 下周三前', [['@cgz', '城关镇']]],
  ['@fgj 核实', [['@fgj', '发展和改革局']]],
  ['@zhangsan 报材料', [['@zhangsan', '张三']]],
])('%s names %j', (text, names) => {
  expect(named(text)).toEqual(names);
});

it('takes no name for another where two sound alike', () => {
  expect(() => named('@zs 报材料')).toThrow('name.unknown');
});

it('hears likeness only behind an @', () => {
  expect(named('成关镇 下周三前')).toEqual([]);
});
