import { beforeEach, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '承诺 X1 道路通到围墙 城东街道 6月12日');
});

it('keeps a promise with its day and evidence, once', async () => {
  const { text } = await bot.says('赵六', '兑现 C1 6月8日 道路已验收通车');
  expect(text).toMatch(/C1 已兑现.*兑现：6月8日.*依据：道路已验收通车/s);
  expect((await bot.says('赵六', '兑现 C1')).text).toContain('早已兑现');
});

it('says that it came late', async () => {
  bot.at('2026-06-20T10:00:00+08:00');
  expect((await bot.says('赵六', '兑现 C1')).text).toContain('晚于时限');
});

it('can be taken back', async () => {
  await bot.says('赵六', '兑现 C1');
  await bot.says('赵六', '撤销');
  expect((await bot.says('赵六', 'C1')).text).not.toContain('已兑现');
});

it.each([
  ['王五', '兑现 C9', '没有这个编号的承诺'],
  ['赵六', '兑现 C1 明天', '还没到'],
])('%s: %s is refused', async (who, line, words) => {
  expect((await bot.says(who, line)).text).toContain(words);
});
