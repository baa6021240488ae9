import { beforeEach, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '问题 X1 二期用地指标没有落实 发改局 周五前');
});

it('counts the coordination meetings a problem has eaten, each day once', async () => {
  expect((await bot.says('张三', '协调 W1 6月8日 自规局 15 日前报省厅')).text).toContain('已记第 1 次协调会');
  expect((await bot.says('张三', '协调 W1 6月8日 再说一遍')).text).toContain('没有重复写入');
  const { text } = await bot.says('钱七', '协调 W1 6月10日 省厅已受理');
  expect(text).toMatch(/已记第 2 次协调会.*6月10日 省厅已受理.*6月8日 自规局 15 日前报省厅/s);
  expect((await bot.says('孙八', '问题')).text).toContain('协调 2 次');
});

it('asks the level above in words', async () => {
  expect((await bot.says('张三', '协调 W1 提请市级协调用地指标')).text).toContain('层级：提请市级');
});

it('is taken back with its count', async () => {
  await bot.says('张三', '协调 W1 议定三件事');
  await bot.says('张三', '撤销');
  expect((await bot.says('孙八', 'W1')).text).not.toContain('协调会：');
});

it.each([
  ['赵六', '协调 W1 开会', '不是您单位的'],
  ['张三', '协调 W9 开会', '没有这个编号的问题'],
  ['张三', '协调 W1 明天 开会', '还没到'],
])('%s: %s is refused', async (who, line, words) => {
  expect((await bot.says(who, line)).text).toContain(words);
});
