import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const unit = (name: string) =>
  bot.inOrg((tx) => tx.sql.selectFrom('units').selectAll().where('name', '=', name).executeTakeFirst());

describe('单位', () => {
  it('lists the units by group', async () => {
    const { text } = await bot.says('张三', '单位');
    expect(text).toContain('单位 5 个');
    expect(text).toContain('临洺关镇、城东街道');
  });

  it('adds a unit that can be named at once, by name and by a new short name', async () => {
    await bot.says('钱七', '单位 新增 城西街道');
    expect(await unit('城西街道')).toMatchObject({
      kind: '乡镇街道',
      ranking_group: '乡镇组',
      starts_on: '2026-06-10',
    });
    await bot.says('钱七', '单位 简称 城西街道 城西');
    expect((await bot.says('钱七', '分派 城西 周五前 报送清单')).text).toContain('R1 城西街道');
  });

  it('ends a unit, which keeps its past', async () => {
    await bot.says('钱七', '单位 撤并 城东街道');
    expect(await unit('城东街道')).toMatchObject({ ends_on: '2026-06-10' });
    expect((await bot.says('张三', '单位')).text).toContain('单位 4 个');
  });

  it.each([
    ['张三', '单位 新增 城西街道', '不能使用'],
    ['钱七', '单位 新增 城东街道', '城东街道在用'],
    ['钱七', '单位 简称 城东街道 经开区', '经济开发区在用'],
    ['钱七', '单位 新增 某某处', '看不出“某某处”是哪一类'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect(await unit('城西街道')).toBeUndefined();
  });
});
