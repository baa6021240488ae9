import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('钱七', '分派 @李四 周五前 报送用地方案');
  await bot.says('钱七', '分派 @城东街道 下周三前 报送项目清单');
  await bot.says('李四', '签收 R1');
});

describe('任务清单', () => {
  it.each(['谁还没签收', '哪些单位还没签收', '未签收', '任务清单 没签收', '还有谁没签收'])(
    '%s shows staff who has not signed, with a button to press for it',
    async (line) => {
      const { text, buttons } = await bot.says('钱七', line);
      expect(text).toContain('待签收的任务 1 件');
      expect(text).toContain('R2 报送项目清单（城东街道');
      expect(text).not.toContain('R1');
      expect((await bot.presses('钱七', buttons[0])).text).toContain('R2 已催办');
    },
  );

  it.each(['任务清单', '哪些任务还没办结', '还有哪些任务没完成'])(
    '%s shows all that is open, by unit',
    async (line) => {
      const { text } = await bot.says('孙八', line);
      expect(text).toContain('没办完的任务 2 件');
      expect(text).toMatch(/临洺关镇 1 件，城东街道 1 件/);
      expect(text).toContain('【待签收】R2');
    },
  );

  it('shows others what their own unit has, and who asks for a unit that one', async () => {
    expect((await bot.says('王五', '我们镇还有哪些任务没完成')).text).toMatch(/临洺关镇没办完的任务 1 件[\s\S]*R1/);
    expect((await bot.says('王五', '谁还没签收')).text).toContain('临洺关镇没有待签收的任务');
    expect((await bot.says('钱七', '任务清单 城东街道')).text).toContain('城东街道没办完的任务 1 件');
  });

  it('says what is overdue, and what waits to be checked', async () => {
    expect((await bot.says('钱七', '哪些任务超期了')).text).toContain('没有逾期的任务');
    bot.at('2026-06-15T10:00:00+08:00');
    expect((await bot.says('钱七', '哪些任务超期了')).text).toContain('逾期的任务 1 件');
    await bot.says('李四', '办结 R1 已报');
    expect((await bot.says('钱七', '任务清单 待核验')).text).toContain('待核验的任务 1 件');
  });
});
