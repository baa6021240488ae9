import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
});

describe('问题', () => {
  it('is filed with its kind, and the owner unit hears of it', async () => {
    const { text, record } = await bot.says('张三', '问题 X1 二期用地指标没有落实 发改局 周五前');
    expect(record).toBe('W1');
    expect(text).toContain('类型：用地');
    expect(text).toContain('责任单位：发改局');
    expect(text).toContain('6月12日');
  });

  it("is the project unit's own when nobody else is named", async () => {
    await bot.says('张三', '问题 X1 招工难 周五前');
    expect(await toldTo(bot, '李四')).toEqual(['W1 新问题，请牵头解决']);
  });

  it.each([
    ['赵六', '问题 X1 招工难 周五前', '不是您单位的'],
    ['张三', '问题 X1 招工难 2026年6月1日', '已经过去'],
    ['张三', '问题 X99 招工难 周五前', '没有找到项目'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
