import { beforeEach, describe, expect, it } from 'vitest';
import { subscribers } from '../../../src/db/post.repository.ts';
import { restCard } from '../../../src/rendering/cards/rest.card.ts';
import { restAddress } from '../../../src/services/rest.service.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';

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

it('a group that was switched off says so, in 投递 too, and gets posts again by 订阅', async () => {
  await bot.says('钱七', '订阅 周报');
  const group = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('chats')
      .select(['platform', 'workspace', 'external_id as chatExternalId'])
      .where('id', '=', bot.groupId)
      .executeTakeFirstOrThrow(),
  );
  for (let time = 0; time < 2; time += 1)
    await bot.inOrg((tx) => restAddress(tx, group, 'is_archived', restCard, bot.now()));
  expect((await toldTo(bot, '钱七')).filter((title) => title.includes('已停发'))).toEqual([
    '“招商工作群”收不到推送，已停发',
  ]);
  expect(await bot.inOrg((tx) => subscribers(tx, '周报'))).toEqual([]);
  expect((await bot.says('钱七', '订阅')).text).toContain('已停发');
  expect((await bot.says('钱七', '投递')).text).toContain('已停发的群：招商工作群（频道已归档）');
  expect((await bot.says('钱七', '订阅 周报')).text).toContain('已订阅');
  expect(await bot.inOrg((tx) => subscribers(tx, '周报'))).toHaveLength(1);
  expect((await bot.says('钱七', '投递')).text).not.toContain('已停发');
});
