import { expect, it } from 'vitest';
import { testBot } from '../../support/bot.ts';

it('走访 is filed with its kind and counted for the unit', async () => {
  const bot = await testBot();
  await bot.says('张三', '走访 6月4日 瑞通标准件公司、安达玻璃公司');
  const { text, record } = await bot.says('李四', '走访 6月4日 瑞通标准件公司、安达玻璃公司');
  expect(record).toBe('H2');
  expect(text).toContain('企业：瑞通标准件公司、安达玻璃公司');
  expect(text).toContain('本单位本月第 2 次走访企业');
});
