import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const ADD = '资源 新增 乡贤 张建国 深圳 某某科技董事长 13900001111';

describe('资源', () => {
  it('is kept by who tells it, its number masked in groups and for other units', async () => {
    expect((await bot.says('张三', ADD)).text).toMatch(/1 号 乡贤 张建国.*深圳.*139\*\*\*\*1111.*联系人：张三/s);
    expect((await bot.says('张三', '资源 1', { chat: '私聊' })).text).toContain('13900001111');
    expect((await bot.says('赵六', '资源 1', { chat: '私聊' })).text).toContain('139****1111');
    expect((await bot.says('孙八', '资源 1', { chat: '私聊' })).text).toContain('13900001111');
    expect((await bot.says('李四', ADD)).text).toContain('没有重复写入');
  });

  it('is found by kind, place and name, the longest untouched first', async () => {
    await bot.says('张三', ADD);
    bot.at('2026-07-10T10:00:00+08:00');
    await bot.says('赵六', '资源 新增 上海河北商会 秘书处');
    expect((await bot.says('钱七', '资源')).text).toMatch(
      /资源 2 条.*张建国.*30 天前.*上海河北商会.*今天.*乡贤 1，商会 1/s,
    );
    expect((await bot.says('钱七', '资源 深圳')).text).toContain('深圳资源 1 条');
    expect((await bot.says('钱七', '资源 北京')).text).toContain('还没有登记的资源');
  });

  it('untouched for long it waits in 我的 of who keeps it, until it is touched', async () => {
    await bot.says('张三', ADD);
    bot.at('2026-08-10T10:00:00+08:00');
    expect((await bot.says('张三', '我的', { chat: '私聊' })).text).toContain('1 条资源好久没联系：张建国');
    expect((await bot.says('李四', '我的', { chat: '私聊' })).text).not.toContain('好久没联系');
    const touched = await bot.says('张三', '资源 联系 1 昨天 电话沟通，下月回乡考察');
    expect(touched.text).toContain('最近联系：8月9日，电话沟通，下月回乡考察');
    expect((await bot.says('张三', '我的', { chat: '私聊' })).text).not.toContain('好久没联系');
  });

  it('goes to another keeper, and off the list', async () => {
    await bot.says('张三', ADD);
    expect((await bot.says('张三', '资源 交给 1 李四')).text).toContain('联系人：李四');
    await bot.says('李四', '资源 停用 1');
    expect((await bot.says('李四', '资源')).text).toContain('还没有登记');
    await bot.says('李四', '撤销');
    expect((await bot.says('李四', '资源')).text).toContain('资源 1 条');
  });

  it.each([
    ['赵六', '资源 联系 1 打过电话', '不是您单位的'],
    ['孙八', '资源 新增 乡贤 王强', '没有写入'],
    ['张三', '资源 新增 王强', '没看出类型和姓名'],
    ['张三', '资源 联系 打过电话', '没有写是几号资源'],
    ['张三', '资源 9', '没有 9 号资源'],
    ['张三', '资源 新增 乡贤 王强 联系人 无名氏', '无名氏'],
  ])('%s: %s is refused', async (who, line, words) => {
    await bot.says('张三', ADD);
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
