import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

describe('我的', () => {
  it('says so when nothing waits', async () => {
    expect((await bot.says('张三', '我的')).text).toContain('没有待办');
  });

  it('puts the overdue first, then today, then the rest', async () => {
    await bot.says('钱七', '分派 @李四 6月30日 以后的事');
    await bot.says('钱七', '分派 @李四 6月11日 今天的事');
    await bot.says('钱七', '分派 @李四 6月10日 昨天的事');
    bot.at('2026-06-11T10:00:00+08:00');
    const { text, buttons } = await bot.says('李四', '我的');
    expect(text).toContain('待办 3 件，逾期 1 件，今日到期 1 件');
    expect(text.indexOf('昨天的事')).toBeLessThan(text.indexOf('今天的事'));
    expect(text.indexOf('今天的事')).toBeLessThan(text.indexOf('以后的事'));
    expect(buttons.map(({ label }) => label)).toContain('签收 R3');
  });

  it("holds the unit's problems, next steps and leads without progress, and nobody else's", async () => {
    await aProject(bot, {
      name: '甲项目',
      unit: '临洺关镇',
      row: { next_step: '送资料', next_step_on: '2026-06-12' as never },
    });
    await aProject(bot, { name: '乙项目', unit: '临洺关镇', row: { last_progress_on: '2026-05-01' as never } });
    await bot.says('张三', '问题 X1 招工难 周五前');
    const { text } = await bot.says('李四', '我的');
    expect(text).toContain('X1 甲项目：送资料（6月12日）');
    expect(text).toContain('X2 乙项目：40 天没有进展');
    expect(text).toContain('W1 招工难');
    expect((await bot.says('赵六', '我的')).text).toContain('没有待办');
  });

  it('names landed firms that nobody of the unit has called on for long, until somebody does', async () => {
    const landed = (name: string, on: string) =>
      aProject(bot, { name, unit: '临洺关镇', row: { stage: '投产', stage_on: on as never } });
    const old = await landed('老厂', '2025-01-10');
    await landed('新厂', '2026-05-20');
    expect((await bot.says('李四', '我的')).text).toContain(
      `1 家开工投产企业好久没走访：老厂（发“走访 今天 企业名 X${old}”`,
    );
    expect((await bot.says('赵六', '我的')).text).not.toContain('老厂');
    await bot.says('张三', `走访 今天 老厂公司 X${old}`);
    expect((await bot.says('李四', '我的')).text).not.toContain('好久没走访');
  });

  it('shows the dispatcher what waits for a check', async () => {
    await bot.says('孙八', '分派 @李四 周五前 报送清单');
    await bot.says('李四', '办结 R1');
    expect((await bot.says('孙八', '我的')).text).toContain('【待您核验】R1 报送清单（李四');
    expect((await bot.says('李四', '我的')).text).toContain('没有待办');
  });

  it('pages what does not fit on one screen', async () => {
    for (let n = 1; n <= 9; n += 1) await bot.says('钱七', `分派 @李四 周五前 第${n}件事`);
    expect((await bot.says('李四', '我的')).text).toContain('第 1 页，共 2 页');
    expect((await bot.says('李四', '我的 2')).text).toContain('第9件事');
  });
});
