import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { stage: '投产' } });
  await aProject(bot, { name: '乙项目', unit: '城东街道', row: { stage: '投产' } });
});

describe('成效', () => {
  it('is told by the project’s unit, shown on its card and summed', async () => {
    expect((await bot.says('张三', '成效 X1 就业120人 村集体增收30万元 盘活40亩')).text).toMatch(
      /就业：120 人.*村集体增收：30 万元\/年/s,
    );
    await bot.says('赵六', '成效 X2 就业30人');
    expect((await bot.says('张三', '查 X1')).text).toContain('就业 120 人');
    expect((await bot.says('孙八', '成效')).text).toContain('成效：就业 150 人，村集体增收 30 万元/年，盘活土地 40 亩');
    expect((await bot.says('孙八', '成效 城东街道')).text).toContain('城东街道成效：就业 30 人');
  });

  it('told anew takes the former’s place, and comes back by 撤销', async () => {
    await bot.says('张三', '成效 X1 就业120人');
    expect((await bot.says('张三', '成效 X1 就业150人')).text).toContain('就业：150 人');
    await bot.says('张三', '撤销');
    expect((await bot.says('张三', '成效 X1')).text).toContain('就业：120 人');
  });

  it.each([
    ['赵六', '成效 X1 就业120人', '不是您单位的'],
    ['张三', '成效 X1 很好', '没看出'],
    ['张三', '成效 无名镇', '没有叫“无名镇”'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
