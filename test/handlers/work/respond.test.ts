import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('钱七', '分派 @李四 周五前 报送清单');
});

describe('反馈', () => {
  it('keeps the words, and signs a task that nobody has signed', async () => {
    const { text } = await bot.says('李四', '反馈 R1 方案已报自然资源局');
    expect(text).toContain('已记下反馈');
    expect(text).toContain('最新：方案已报自然资源局');
    expect(text).toContain('状态：办理中');
  });

  it("the dispatcher's words do not sign it", async () => {
    expect((await bot.says('钱七', '反馈 R1 请附平面图')).text).toContain('状态：待签收');
  });

  it('is refused for others and for finished tasks', async () => {
    expect((await bot.says('赵六', '反馈 R1 你好')).text).toContain('不是派给您的');
    await bot.says('李四', '办结 R1');
    await bot.says('钱七', '办结 R1 通过');
    expect((await bot.says('李四', '反馈 R1 补一句')).text).toContain('已办结');
  });
});
