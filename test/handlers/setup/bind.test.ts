import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

describe('绑定', () => {
  it('asks staff, and what the newcomer types is refused until they agree', async () => {
    const { text } = await bot.says('新来的', '绑定 张三 13800000000', { chat: '私聊' });
    expect(text).toContain('已提交绑定申请');
    expect(await toldTo(bot, '钱七')).toEqual(['张三申请绑定，是本人吗？']);
    expect((await bot.says('新来的', '我的')).text).toContain('还不认识您');
    expect((await bot.says('新来的', '绑定 张三 13800000000')).text).toContain('已在等投促中心同意');
    expect(await toldTo(bot, '钱七')).toHaveLength(1);
  });

  it('works once staff agree; a second answer changes nothing', async () => {
    await bot.says('新来的', '绑定 张三 13800000000', { chat: '私聊' });
    expect((await bot.presses('张三', await buttonTold(bot, '钱七', '同意'))).text).toContain('不能使用');
    expect((await bot.presses('钱七', await buttonTold(bot, '钱七', '同意'))).text).toContain('已同意 张三 绑定');
    expect((await bot.presses('钱七二', await buttonTold(bot, '钱七二', '拒绝'))).text).toContain('早已绑定');
    expect((await bot.says('新来的', '我的')).text).toContain('没有待办');
  });

  it('is over when staff refuse', async () => {
    await bot.says('新来的', '绑定 张三 13800000000', { chat: '私聊' });
    expect((await bot.presses('钱七', await buttonTold(bot, '钱七', '拒绝'))).text).toContain('已拒绝');
    expect((await bot.presses('钱七二', await buttonTold(bot, '钱七二', '同意'))).text).toContain('已经不在了');
    expect((await bot.says('新来的', '我的')).text).toContain('还不认识您');
  });

  it.each(['绑定张三，13800000000。', '我是 138 0000 0000 张三', '绑定 张三（临洺关镇） 13800000000'])(
    '%s says name and mobile',
    async (line) => {
      expect((await bot.says('新来的', line)).text).toContain('张三，已提交绑定申请');
    },
  );

  it.each([
    ['绑定 张三 13900000000', '没有这个姓名和手机号'],
    ['绑定 张四 13800000000', '没有这个姓名和手机号'],
    ['绑定 张三', '没看到姓名或手机号'],
    ['绑定', '没看到姓名或手机号'],
  ])('%s is refused alike: %s', async (line, words) => {
    expect((await bot.says('新来的', line)).text).toContain(words);
    expect(await toldTo(bot, '钱七')).toEqual([]);
  });

  it('does not give an account a second person', async () => {
    expect((await bot.says('李四', '绑定 张三 13800000000')).text).toContain('另一位人员');
  });
});
