import { beforeEach, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '问题 X1 二期用地指标没有落实 发改局 周五前');
  await bot.says('张三', '问题 X1 提请市里统筹能耗指标 发改局 月底前');
  await bot.says('张三', '问题 X1 招工难 月底前');
});

it.each(['问题', '问题清单', '堵点清单'])(
  '%s counts open problems by kind and lists the most urgent first',
  async (line) => {
    const { text, buttons } = await bot.says('孙八', line);
    expect(text).toMatch(/未解决的问题 3 个.*用地 1.*提请上级 1 个.*W1.*W2.*W3/s);
    expect(buttons.map(({ label }) => label)).toContain('用工');
  },
);

it.each([
  ['问题 用地', 'W1'],
  ['问题清单 用工', 'W3'],
  ['问题 临洺关镇 用工', 'W3'],
  ['问题清单 提请上级', 'W2'],
])('%s narrows to %s', async (line, number) => {
  const { text } = await bot.says('孙八', line);
  expect(text).toContain('问题 1 个');
  expect(text).toContain(number);
});

it('of a project or unit', async () => {
  expect((await bot.says('孙八', '问题 X1')).text).toContain('华辰光伏组件项目未解决的问题 3 个');
  expect((await bot.says('孙八', '问题 发改局')).text).toContain('发改局未解决的问题 2 个');
});

it('words of one’s own are still a problem to be filed', async () => {
  expect((await bot.says('张三', '问题 X1 环评没批')).text).toContain('还缺：时限');
});
