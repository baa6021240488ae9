import { expect, it } from 'vitest';
import { readOffer } from '../../src/reading/offer.ts';

it.each([
  [
    '预制菜园 投资 3亿 产业 现代食品 选址 清河镇 联系人 李主任 内容 一期，二期',
    { name: '预制菜园', sought: '30000', chain: '现代食品', site: '清河镇', contact: '李主任', summary: '一期，二期' },
  ],
  [
    '预制菜园 投资 300万美元',
    { name: '预制菜园', sought: null, chain: null, site: null, contact: null, summary: null },
  ],
  ['预制菜园', { name: '预制菜园', sought: null, chain: null, site: null, contact: null, summary: null }],
])('%s', (text, expected) => {
  expect(readOffer(text)).toEqual(expected);
});
