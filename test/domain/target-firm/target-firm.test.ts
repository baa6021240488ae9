import { expect, it } from 'vitest';
import { countStates, ranksIn, withoutRanks } from '../../../src/domain/target-firm/target-firm.ts';

it.each([
  ['世界500强', ['世界500强']],
  ['世界 500 强、上市企业', ['世界500强', '上市公司']],
  ['国内500强 单项冠军', ['中国500强', '隐形冠军']],
  ['行业百强', ['行业50强']],
  ['比亚迪', []],
])('%s', (text, ranks) => {
  expect(ranksIn(text)).toEqual(ranks);
});

it('a name is left without its lists', () => {
  expect(withoutRanks('比亚迪 世界500强 新能源').split(/\s+/)).toEqual(['比亚迪', '新能源']);
});

it('states are counted in their order', () => {
  expect(countStates([{ state: '来考察' }, { state: '未接触' }, { state: '未接触' }])).toEqual([
    { state: '未接触', count: 2 },
    { state: '来考察', count: 1 },
  ]);
});
