import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const ADD = '储备 新增 预制菜产业园项目 投资 3亿 产业 现代食品 选址 清河镇食品园 内容 年产5万吨，冷链配套';

describe('储备', () => {
  it('keeps what is offered, whom it was offered to, and the lead that came of it', async () => {
    expect((await bot.says('张三', ADD)).text).toMatch(
      /1 号 预制菜产业园项目.*拟引资：3亿元.*年产5万吨，冷链配套.*临洺关镇/s,
    );
    expect((await bot.says('赵六', '储备 推介 1 宁波海纳公司')).text).toContain('已推介 1 家');
    expect((await bot.says('赵六', '储备 推介 1 宁波海纳公司')).text).toContain('没有重复写入');
    const id = await aProject(bot, { name: '海纳预制菜项目', unit: '城东街道' });
    expect((await bot.says('赵六', `储备 推介 1 宁波海纳公司 X${id}`)).text).toContain('宁波海纳公司，成线索 X1');
    expect((await bot.says('钱七', '储备')).text).toContain('包装项目 1 个，拟引资 3亿元；推介 1 次，成线索 1 条');
    expect((await bot.says('钱七', '储备 食品')).text).toContain('食品包装项目 1 个');
    expect((await bot.says('钱七', '储备 装备')).text).toContain('还没有包装项目');
  });

  it('is handed over as a workbook, taken off the list, and comes back by 撤销', async () => {
    await bot.says('张三', ADD);
    expect((await bot.says('钱七', '储备 导出')).reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
    await bot.says('张三', '储备 停用 1');
    expect((await bot.says('张三', '储备')).text).toContain('还没有包装项目');
    await bot.says('张三', '撤销');
    expect((await bot.says('张三', '储备')).text).toContain('包装项目 1 个');
  });

  it.each([
    ['孙八', ADD, '没有写入'],
    ['张三', '储备 新增 预制菜产业园项目', '没看出名称和拟引资额'],
    ['张三', '储备 推介 宁波海纳公司', '没有写编号'],
    ['张三', '储备 推介 1', '推介给了谁'],
    ['赵六', '储备 停用 1', '不是您单位的'],
    ['张三', '储备 9', '没有 9 号包装项目'],
  ])('%s: %s is refused', async (who, line, words) => {
    if (line !== ADD) await bot.says('张三', ADD);
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
