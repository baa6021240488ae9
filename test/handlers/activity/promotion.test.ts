import { expect, it } from 'vitest';
import { testBot } from '../../support/bot.ts';

it('推介会 is filed with its kind and counted for the unit', async () => {
  const bot = await testBot();
  await bot.says('张三', '推介会 杭州 6月3日 数字经济专场 成果：达成意向 3 个');
  const { text, record } = await bot.says('李四', '推介会 杭州 6月3日 数字经济专场 成果：达成意向 3 个');
  expect(record).toBe('H2');
  expect(text).toContain('成果：达成意向 3 个');
  expect(text).toContain('本单位本月第 2 次推介会');
});
