import { expect, test } from 'vitest';
import { readDiligence } from '../../../src/domain/project/diligence.ts';

test.each([
  [
    '实力强 风险低 注册资本5000万，被执行1起已结 来源 信用公示系统',
    { strength: '强', risk: '低', words: '注册资本5000万，被执行1起已结', source: '信用公示系统' },
  ],
  ['资金实力雄厚，无风险', { strength: '强', risk: '无', words: null, source: null }],
  ['实力一般 风险较高 失信被执行人', { strength: '中', risk: '高', words: '失信被执行人', source: null }],
  ['实力：弱；风险：没有', { strength: '弱', risk: '无', words: null, source: null }],
])('%s', (text, told) => {
  expect(readDiligence(text)).toEqual(told);
});

test.each(['实力强', '风险高 被执行', '注册资本5000万', ''])('“%s” lacks how strong or how risky', (text) => {
  expect(readDiligence(text)).toBeNull();
});
