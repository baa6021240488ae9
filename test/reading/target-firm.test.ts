import { expect, it } from 'vitest';
import { readFirm } from '../../src/reading/target-firm.ts';

const CHAINS = [{ name: '新能源', keywords: ['光伏'], nodes: [{ name: '储能电池/储能' }] }];

it.each([
  ['比亚迪 世界500强 光伏 深圳', { name: '比亚迪', ranks: ['世界500强'], chain: '新能源', node: null, region: '深圳' }],
  ['宁德时代，储能，福建', { name: '宁德时代', ranks: [], chain: '新能源', node: '储能电池', region: '福建' }],
  ['某厂', { name: '某厂', ranks: [], chain: null, node: null, region: null }],
  ['', { name: null, ranks: [], chain: null, node: null, region: null }],
])('%s', (text, expected) => {
  expect(readFirm(text, CHAINS)).toEqual(expected);
});
