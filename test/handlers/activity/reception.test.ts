import { expect, it } from 'vitest';
import { testBot } from '../../support/bot.ts';

it('接待 is filed with its kind and counted for the unit', async () => {
  const bot = await testBot();
  await bot.says('张三', '接待 6月5日 深圳华创公司一行 考察 新能源产业园');
  const { text, record } = await bot.says('李四', '接待 6月5日 深圳华创公司一行 考察 新能源产业园');
  expect(record).toBe('H2');
  expect(text).toContain('企业：深圳华创公司');
  expect(text).toContain('本单位本月第 2 次来访接待');
});
