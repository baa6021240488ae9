import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('孙八', '分派 @李四 周五前 报送清单');
});

describe('催办', () => {
  it('tells the assignee once within the cool-down', async () => {
    expect((await bot.says('孙八', '催办 R1')).text).toContain('R1 已催办');
    expect((await bot.says('钱七', '催办 R1')).text).toContain('已经催过');
    expect(await toldTo(bot, '李四')).toEqual(expect.arrayContaining(['新任务 R1，请签收', 'R1 孙八催办，请抓紧']));
    expect(await toldTo(bot, '李四')).toHaveLength(2);
    bot.at('2026-06-10T12:00:01+08:00');
    expect((await bot.says('孙八', '催办 R1')).text).toContain('R1 已催办');
    expect(await toldTo(bot, '李四')).toHaveLength(3);
  });

  it('is for the dispatcher and staff', async () => {
    expect((await bot.says('赵六', '催办 R1')).text).toContain('不是您交办的');
  });

  it('pressed by two at the same instant sends one message', async () => {
    await Promise.all([bot.says('孙八', '催办 R1'), bot.says('钱七', '催办 R1')]);
    expect(await toldTo(bot, '李四')).toHaveLength(2);
  });
});
