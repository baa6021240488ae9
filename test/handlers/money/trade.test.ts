import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const signed = async () => {
  const bot = await testBot();
  await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇', row: { stage: '签约' } });
  return bot;
};

test('进出口 is kept in 万美元', async () => {
  const bot = await signed();
  expect((await bot.says('张三', '进出口 X1 200万美元 6月8日')).text).toContain('200万美元');
});

test('RMB is refused with the way out', async () => {
  const bot = await signed();
  expect((await bot.says('张三', '进出口 X1 200万元 6月8日')).text).toContain('不是美元');
});
