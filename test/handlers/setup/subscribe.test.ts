import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const group = () =>
  bot.inOrg((tx) => tx.sql.selectFrom('chats').selectAll().where('id', '=', bot.groupId).executeTakeFirstOrThrow());

describe('订阅', () => {
  it('adds to what the group gets, each once, and 取消 takes away', async () => {
    await bot.says('钱七', '订阅 周报 月报 提醒');
    expect((await bot.says('钱七', '订阅 周报')).text).toContain('当前订阅');
    expect((await group()).subscriptions).toEqual(['周报', '月报', '今日待办']);
    await bot.says('钱七', '订阅 取消 提醒');
    expect((await group()).subscriptions).toEqual(['周报', '月报']);
  });

  it('makes a group the group of a unit', async () => {
    await bot.says('钱七', '订阅 提醒 临洺关镇');
    expect((await group()).unit_id).toBe(bot.units.临洺关镇);
  });

  it.each([
    ['张三', '订阅 周报', '不能使用'],
    ['钱七', '订阅 天气预报', '没有“天气预报”这种订阅'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect((await group()).subscriptions).toEqual([]);
  });

  it('lets everybody mute the own morning brief in the direct chat', async () => {
    await bot.says('张三', '订阅 取消 提醒', { chat: '私聊' });
    const mutes = () =>
      bot.inOrg((tx) =>
        tx.sql
          .selectFrom('people')
          .select('mutes')
          .where('id', '=', bot.people.张三 ?? 0)
          .executeTakeFirst(),
      );
    expect((await mutes())?.mutes).toEqual(['今日待办']);
    await bot.says('张三', '订阅 提醒', { chat: '私聊' });
    expect((await mutes())?.mutes).toEqual([]);
  });
});
