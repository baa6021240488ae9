import { describe, expect, it } from 'vitest';
import { type ChainNode, type ChainProject, mapChain } from '../../../src/domain/chain/chain-map.ts';
import { chainMapSvg, drawChainMap } from '../../../src/rendering/picture/chain-map.ts';
import { aBoard } from '../../support/board.ts';
import { overlaps } from '../../support/overlaps.ts';
import { readPng } from '../../support/png.ts';

const NODES: readonly ChainNode[] = [
  { part: '上游', name: '硅料' },
  { part: '中游', name: '光伏组件' },
  { part: '中游', name: '储能电池' },
  { part: '下游', name: '风电' },
];
const project = (id: number, stage: string, words: string): ChainProject => ({
  id,
  name: `${words}项目`,
  stage,
  words,
});
const PROJECTS = [
  ...['开工', '投产', '落地', '落地'].map((stage, at) => project(at, stage, `瑞通${at}号光伏组件`)),
  project(10, '在谈', '华辰光伏组件'),
  project(11, '签约', '汇智风电叶片'),
];
const map = (nodes = NODES) => mapChain({ name: '新能源', leader: '孙县长', nodes }, PROJECTS);
const { totals: _, pace: __, blanks: ___, provisional: ____, groups: _____, kind: ______, ...board } = aBoard();
const head = { ...board, title: '新能源产业链图谱', periodLabel: '链长 孙县长', spanLabel: '截至 11月21日' };
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

describe('the picture of a chain', () => {
  it('is drawn, light enough for a phone', async () => {
    const { png, width, height, alt } = await drawChainMap(map(), head);
    expect(readPng(png)).toMatchObject({ width, height });
    expect(png.length).toBeLessThan(300_000);
    expect(alt).toBe('云岭县新能源产业链图谱：强 1、有 0、缺 3');
  });

  it('names who is here and who is talked to, counts the rest, and says which nodes are gaps', () => {
    const shown = texts(chainMapSvg(map(), head));
    for (const word of ['瑞通0号光伏组件', '另有 2 个', '华辰光伏组件', '在谈', '汇智风电叶片', '4 家', '没人在谈'])
      expect(shown).toContain(word);
    expect(shown.filter((word) => word === '缺口')).toHaveLength(3);
  });

  it('has a column for each part that has nodes', () => {
    const shown = texts(chainMapSvg(map(NODES.slice(0, 3)), head));
    expect(shown).toContain('2 个环节');
    expect(shown).not.toContain('下游');
  });

  it('nothing runs into anything, long names or not', () => {
    const long = NODES.map((node) => ({ ...node, name: `${node.name}高纯材料与关键零部件制造` }));
    for (const nodes of [NODES, long]) expect(overlaps(chainMapSvg(map(nodes), head))).toEqual([]);
  });
});
