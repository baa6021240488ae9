import { expect, it } from 'vitest';
import { soundsLike } from '../../src/reading/sound.ts';

const UNITS = ['城关镇', '临洺关镇', '发展和改革局', '自然资源局', '姚寨乡', '张西堡镇'].map((name) => ({ name }));
const means = (text: string) => soundsLike(text, UNITS).map(({ entry, length }) => `${entry.name} ${length}`);

it.each([
  ['成关镇', '城关镇 3'],
  ['林明关镇下周三前', '临洺关镇 4'],
  ['摇寨乡', '姚寨乡 3'],
  ['章西堡镇', '张西堡镇 4'],
  ['chengguanzhen', '城关镇 13'],
  ['chengguan', '城关镇 9'],
  ['cgz', '城关镇 3'],
  ['LMGZ 下周', '临洺关镇 4'],
  ['zrzyj', '自然资源局 5'],
])('%s sounds like %s', (text, name) => {
  expect(means(text)).toEqual([name]);
});

it.each(['x', 'abc', '城', '西关镇', '', '123'])('%j sounds like nobody', (text) => {
  expect(means(text)).toEqual([]);
});

it('gives all that sound alike, so that nobody is taken for another', () => {
  const two = soundsLike('zs', [{ name: '张三' }, { name: '周顺' }]);
  expect(two.map(({ entry }) => entry.name)).toEqual(['张三', '周顺']);
});
