import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const ADD = '载体 新增 城东3号地 空闲60亩 园区 经开区 价格 12万元/亩 产业 装备 条件 标准地';

describe('载体', () => {
  it('is filed with its land, price and industries, and listed by park with what is free', async () => {
    expect((await bot.says('钱七', ADD)).text).toMatch(
      /已登记载体：1 号 城东3号地.*土地：60亩，空闲 60亩.*12万元\/亩/s,
    );
    expect((await bot.says('张三', '载体')).text).toContain('载体 1 处：土地 60亩，空闲 60亩');
    expect((await bot.says('张三', '载体 经开区')).text).toContain('经济开发区载体 1 处');
    expect((await bot.says('张三', '有没有50亩的工业用地')).text).toContain('空闲50亩以上的载体 1 处');
    expect((await bot.says('张三', '载体 100亩')).text).toContain('没有登记的载体');
    expect((await bot.says('张三', '载体 食品')).text).toContain('没有登记的载体');
    expect((await bot.says('张三', '载体 1')).text).toContain('标准地');
  });

  it('gives land to a project up to what is free, writes it down as the site, and takes it back', async () => {
    await bot.says('钱七', ADD);
    const id = await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { land_mu: '45' as never } });
    const other = await aProject(bot, { name: '乙项目', unit: '临洺关镇' });
    expect((await bot.says('张三', `载体 占用 1 X${id}`)).text).toMatch(/已安排 X1.*空闲 15亩/s);
    expect((await bot.says('张三', `载体 占用 1 X${id}`)).text).toContain('没有重复写入');
    expect((await bot.says('张三', `查 X${id}`)).text).toContain('选址：城东3号地');
    expect((await bot.says('张三', `载体 占用 1 X${other} 16亩`)).text).toContain('只有 15 亩空闲');
    expect((await bot.says('张三', `载体 占用 1 X${other}`)).text).toContain('还没有用地需求');
    expect((await bot.says('张三', `载体 占用 1 X${id} 60亩`)).text).toContain('空闲 0亩');
    expect((await bot.says('张三', `载体 退出 1 X${id}`)).text).toContain('空闲 60亩');
    expect((await bot.says('张三', `载体 退出 1 X${id}`)).text).toContain('没有写入');
    expect((await bot.says('张三', `载体 1 占用 X${id} 10亩`)).text).toContain('空闲 50亩');
  });

  it('is taken back by 撤销', async () => {
    await bot.says('钱七', ADD);
    await bot.says('钱七', '撤销');
    expect((await bot.says('钱七', '载体')).text).toContain('没有登记的载体');
  });

  it('is corrected, but not below what is taken; and taken off the list', async () => {
    await bot.says('钱七', ADD);
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    await bot.says('钱七', '载体 占用 1 X1 40亩');
    expect((await bot.says('钱七', '载体 修改 1 空闲30亩')).text).toContain('不够 40 亩');
    expect((await bot.says('钱七', '载体 修改 1 价格 10万元/亩')).text).toMatch(/城东3号地.*10万元\/亩/s);
    await bot.says('钱七', '载体 停用 1');
    expect((await bot.says('钱七', '载体')).text).toContain('没有登记');
  });

  it('is handed over as a workbook', async () => {
    await bot.says('钱七', ADD);
    expect((await bot.says('张三', '载体 导出')).reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
  });

  it.each([
    ['张三', ADD, '不是您单位的'],
    ['孙八', ADD, '不是您单位的'],
    ['钱七', '载体 新增 城东3号地', '没看出载体的名称和面积'],
    ['钱七', '载体 新增 城东3号地 60亩 园区 火星开发区', '火星开发区'],
    ['钱七', '载体 9', '没有 9 号载体'],
    ['钱七', '载体 占用 X1', '没有写编号'],
    ['钱七', '载体 占用 1', '没有写是哪个项目'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
