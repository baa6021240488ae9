import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('shows each fact before and after', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { investment_wan: '120000' as never } });
  const { text } = await bot.says('张三', '补充 X1 总投资15亿元，用地300亩');
  expect(text).toContain('总投资：12亿元 → 15亿元');
  expect(text).toContain('用地：300亩');
});

test('nothing new is written when nothing was understood', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '补充 X1 好的')).text).toContain('没有看到新的内容');
});

test('another unit may not', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('赵六', '补充 X1 用地300亩')).text).toContain('不是您单位的记录');
});
