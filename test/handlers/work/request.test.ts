import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, {
    name: '华辰光伏组件项目',
    unit: '临洺关镇',
    row: { investor: '河北华辰新能源科技有限公司', stage: '投产' },
  });
});

describe('诉求', () => {
  it('goes to the unit of the firm’s project, is accepted, handled and closed, and the raiser is asked to rate', async () => {
    const { text, record } = await bot.says('赵六', '诉求 华辰 用电容量不足，想增容');
    expect(record).toBe('S1');
    expect(text).toMatch(/责任单位：临洺关镇.*6月17日.*待受理/s);
    expect(await toldTo(bot, '李四')).toEqual(['S1 企业诉求，请受理']);
    await bot.presses('李四', await buttonTold(bot, '李四', '受理'));
    expect((await bot.says('李四', '诉求 办理 S1 供电所已勘察')).text).toContain('办理：供电所已勘察');
    expect((await bot.says('李四', '诉求 办结 S1 变压器已增容')).text).toContain('已办结');
    expect(await toldTo(bot, '赵六')).toEqual(['S1 诉求已办结，请企业评价']);
    expect((await bot.presses('赵六', await buttonTold(bot, '赵六', '5 分'))).text).toContain('评价：5 分');
  });

  it('of a firm without a project goes to staff; a named unit and day count', async () => {
    await bot.says('赵六', '诉求 安达玻璃 招工难');
    expect(await toldTo(bot, '钱七')).toEqual(['S1 企业诉求，请受理']);
    const { text } = await bot.says('赵六', '诉求 安达玻璃 办证慢 发改局 6月12日');
    expect(text).toMatch(/责任单位：发改局.*6月12日/s);
  });

  it('may be raised by a leader on a visit, by the project’s number, and is written once', async () => {
    expect((await bot.says('孙八', '诉求 X1 物流费高')).text).toContain('企业：河北华辰新能源科技有限公司');
    expect((await bot.says('赵六', '诉求 X1 物流费高')).text).toContain('没有重复写入');
  });

  it('shows its state when only the number is typed', async () => {
    await bot.says('赵六', '诉求 X1 物流费高');
    expect((await bot.says('赵六', 'S1')).text).toContain('状态：待受理');
    expect((await bot.says('赵六', '诉求 S1')).text).toContain('状态：待受理');
  });

  it.each([
    ['赵六', '诉求 受理 S1', '不是您单位的'],
    ['李四', '诉求 办结 S1', '还缺办理的内容'],
    ['李四', '诉求 受理 S9', '没有这个编号的诉求'],
    ['李四', '诉求 华辰', '没看懂是哪家企业'],
  ])('%s: %s is refused', async (who, line, words) => {
    await bot.says('赵六', '诉求 X1 物流费高');
    expect((await bot.says(who, line)).text).toContain(words);
  });

  it('not accepted within a workday climbs to the unit and its head, overdue to staff', async () => {
    await bot.says('赵六', '诉求 X1 物流费高');
    expect((await bot.says('李四', '我的')).text).toContain('S1 诉求：');
  });
});
