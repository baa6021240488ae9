import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';

test('files a 企业服务日 with its day and guests', async () => {
  const bot = await testBot();
  const { text } = await bot.says('张三', '企业服务日 6月10日 瑞通标准件公司 成果：解决用电问题 1 个');
  expect(text).toContain('已记 H1 企业服务日');
  expect(text).toContain('企业：');
});
