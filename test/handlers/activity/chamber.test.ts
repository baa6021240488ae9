import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';

test('files a 商协会对接 with its day and guests', async () => {
  const bot = await testBot();
  const { text } = await bot.says('张三', '商协会对接 6月3日 浙江商会、广东家具协会');
  expect(text).toContain('已记 H1 商协会对接');
  expect(text).toContain('企业：');
});
