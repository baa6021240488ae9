import { expect, it } from 'vitest';
import { readResource } from '../../src/reading/resource.ts';

it.each([
  [
    '乡贤 张建国 深圳 某某科技董事长 13900001111 籍贯清河',
    { kind: '乡贤', name: '张建国', region: '深圳', about: '某某科技董事长 籍贯清河', mobile: '13900001111' },
  ],
  ['深圳市河北商会 秘书处', { kind: '商会', name: '深圳市河北商会', region: '深圳市', about: '秘书处', mobile: null }],
  ['招商大使，李明，上海', { kind: '招商大使', name: '李明', region: '上海', about: null, mobile: null }],
  ['王强', { kind: null, name: '王强', region: null, about: null, mobile: null }],
  ['', { kind: null, name: null, region: null, about: null, mobile: null }],
])('%s', (text, expected) => {
  expect(readResource(text)).toEqual(expected);
});
