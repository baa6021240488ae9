import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '问题 X1 招工难 周五前');
});

describe('解决', () => {
  it('closes the problem with its answer; twice is once', async () => {
    expect((await bot.says('王五', '解决 W1 已办专场招聘会')).text).toContain('W1 已解决，销号');
    const again = await bot.says('王五', '销号 W1 另一个说法');
    expect(again.text).toContain('没有重复写入');
    expect(again.text).toContain('对策：已办专场招聘会');
  });

  it('is refused for units that have nothing to do with it, and for unknown numbers', async () => {
    expect((await bot.says('赵六', '解决 W1 好了')).text).toContain('不是您单位的');
    expect((await bot.says('王五', '解决 W77 好了')).text).toContain('没有这个编号的问题');
  });
});
