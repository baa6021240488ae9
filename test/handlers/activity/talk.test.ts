import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';

test('files a 恳谈会 with its day and guests', async () => {
  const bot = await testBot();
  const { text } = await bot.says('张三', '恳谈会 6月3日 浙江商会 县领导与企业家座谈 成果：收集建议 5 条');
  expect(text).toContain('已记 H1 恳谈会');
  expect(text).toContain('企业：');
});
