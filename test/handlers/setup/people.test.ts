import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const person = (name: string) =>
  bot.inOrg((tx) => tx.sql.selectFrom('people').selectAll().where('name', '=', name).executeTakeFirst());

describe('人员', () => {
  it('shows a unit with mobiles masked', async () => {
    const { text } = await bot.says('张三', '人员 临洺关镇');
    expect(text).toContain('临洺关镇人员 3 位');
    expect(text).toContain('张三 · 临洺关镇 · 成员 · 138****0000');
    expect(text).not.toContain('13800000000');
  });

  it('adds a person with unit, role, mobile and title', async () => {
    const { text } = await bot.says('钱七', '人员 新增 陈明 城东街道 联络员 13900000001 职务：副主任');
    expect(text).toContain('陈明 已登记');
    expect(await person('陈明')).toMatchObject({
      role: 'liaison',
      unit_id: bot.units.城东街道,
      mobile: '13900000001',
      title: '副主任',
    });
    expect((await bot.says('新来的', '绑定 陈明 13900000001')).text).toContain('已提交绑定申请');
  });

  it('changes role and unit, and whom it disables the bot no longer knows', async () => {
    await bot.says('钱七', '人员 修改 张三 联络员 城东街道');
    expect(await person('张三')).toMatchObject({ role: 'liaison', unit_id: bot.units.城东街道 });
    await bot.says('钱七', '人员 停用 赵六');
    expect((await bot.says('赵六', '我的')).text).toContain('还不认识您');
    await bot.says('钱七', '人员 启用 赵六');
    expect((await bot.says('赵六', '我的')).text).toContain('没有待办');
    await bot.says('钱七', '人员 解绑 赵六');
    expect((await bot.says('赵六', '我的')).text).toContain('还不认识您');
  });

  it.each([
    ['张三', '人员 新增 陈明 城东街道 13900000001', '不能使用'],
    ['张三', '人员 停用 赵六', '不能使用'],
    ['钱七', '人员 新增 陈明 城东街道 13800000003', '同手机号的赵六'],
    ['钱七', '人员 停用 钱七', '不能停用自己'],
    ['钱七', '人员 停用 没有的人', '没有叫“没有的人”'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect(await person('陈明')).toBeUndefined();
  });

  it('is taken back by 撤销', async () => {
    await bot.says('钱七', '人员 停用 赵六');
    await bot.says('钱七', '撤销');
    expect((await bot.says('赵六', '我的')).text).toContain('没有待办');
  });
});
