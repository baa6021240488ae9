import { expect, it } from 'vitest';
import { readActivity } from '../../src/reading/activity.ts';

it.each([
  ['北京 拜访 A, B, C', { regions: ['北京'], companies: ['A', 'B', 'C'], halfDays: null }],
  [
    '赴深圳、东莞招商 王五带队 拜访华创集团、立讯精密',
    { regions: ['深圳', '东莞'], leader: '王五', companies: ['华创集团', '立讯精密'] },
  ],
  ['北京 半天 拜访中冶公司', { regions: ['北京'], companies: ['中冶公司'], halfDays: 1 }],
  [
    '上海 成员：李四、赵六 拜访复星集团 成果：签订合作意向',
    { members: ['李四', '赵六'], companies: ['复星集团'], outcome: '签订合作意向' },
  ],
  ['深圳华创公司张总一行', { companies: ['深圳华创公司'] }],
  ['深圳比亚迪公司张总一行来访', { companies: ['深圳比亚迪公司'] }],
  ['杭州 数字经济专场推介', { regions: ['杭州'], theme: '数字经济专场推介', companies: [] }],
  ['瑞通标准件公司 收集问题2个', { companies: ['瑞通标准件公司'], theme: '收集问题2个' }],
  ['县宾馆 集中签约', { regions: ['县宾馆'], theme: '集中签约' }],
])('%s', (text, expected) => {
  expect(readActivity(text)).toMatchObject(expected);
});
