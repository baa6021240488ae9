import { expect, test } from 'vitest';
import { mapChain, untouched } from '../../../src/domain/chain/chain-map.ts';

const project = (id: number, words: string, stage: string) => ({ id, name: `P${id}`, words, stage });
const CHAIN = {
  name: '新能源',
  nodes: [
    { part: '上游', name: '硅料' },
    { part: '中游', name: '光伏组件/组件' },
    { part: '中游', name: '逆变器' },
    { part: '下游', name: '电站' },
  ],
} as const;

test('two landed firms make a node strong, one has it, none is a gap; talks are counted apart', () => {
  const map = mapChain(CHAIN, [
    project(1, '华辰光伏组件项目', '投产'),
    project(2, '瑞通组件扩产', '开工'),
    project(3, '阳光逆变器项目', '落地'),
    project(4, '国电电站项目', '签约'),
    project(5, '氢能阀门项目', '在谈'),
  ]);
  expect(map.nodes.map(({ name, state, local, talking }) => [name, state, local.length, talking.length])).toEqual([
    ['硅料', '缺', 0, 0],
    ['光伏组件', '强', 2, 0],
    ['逆变器', '有', 1, 0],
    ['电站', '缺', 0, 1],
  ]);
  expect(map.elsewhere.map(({ id }) => id)).toEqual([5]);
  expect(untouched(map).map(({ name }) => name)).toEqual(['硅料']);
});
