import { beforeAll, describe, expect, it } from 'vitest';
import { button, type TestBot } from '../../support/bot.ts';
import { aMonth } from '../../support/month.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await aMonth();
});

describe('问数', () => {
  it.each([
    ['临洺关镇上半年到位多少', '临洺关镇 2026年上半年 到位资金 8000万元'],
    ['上半年临洺关到位多少？', '临洺关镇 2026年上半年 到位资金 8000万元'],
    ['到位多少 城东街道 本月', '城东街道 2026年6月 到位资金 1000万元'],
    ['今年到位资金多少', '2026年1—6月 到位资金 9000万元'],
    ['临洺关镇签约几个', '2026年1—6月 签约项目数 1 个，签约金额 12亿元'],
    ['今年5亿以上签约几个', '签约项目数（5亿以上） 0 个'],
    ['去年全县开工多少', '2025年 开工项目数 0 个'],
    ['一季度签约多少钱', '2026年一季度 签约金额 0万元'],
    ['资金到位率怎么样', '资金到位率 6.4%'],
    ['问数 外资', '实际使用外资 0万美元'],
  ])('%s: %s', async (line, words) => {
    expect((await bot.says('张三', line)).text).toContain(words);
  });

  it('tells the place, the whole and the share of a unit', async () => {
    const { text } = await bot.says('张三', '临洺关镇本月到位多少');
    expect(text).toContain('乡镇组第 1（共 2 家）');
    expect(text).toContain('9000万元，占 88.9%');
    expect(text).toContain('截至 2026年6月10日，只计核实过的填报');
  });

  it('names who has most and who has nothing', async () => {
    expect((await bot.says('张三', '哪个镇到位最多')).text).toMatch(/最多的.*临洺关镇 8000万元.*城东街道 1000万元/s);
    expect((await bot.says('张三', '哪些单位本月还没有签约')).text).toContain('还是零的 3 个：');
  });

  it('compares townships alone when townships are asked for', async () => {
    expect((await bot.says('张三', '哪些部门本月还没有签约')).text).toContain('还是零的 2 个：发改局、投促中心');
  });

  it('opens the project when one is asked about', async () => {
    expect((await bot.says('张三', 'X1到位多少')).text).toContain('累计：到位资金 8000万元');
  });

  it.each([
    ['临洺关镇本月到位多少', '临洺关镇 到位资金/本期：8000万元'],
    ['今年5亿以上签约几个', '全部单位 签约项目数/5亿以上/本期：0个'],
    ['临洺关镇资金到位率怎么样', '临洺关镇 资金到位率：6.67%'],
  ])('%s opens into the records behind it', async (line, title) => {
    const asked = await bot.says('钱七', line);
    expect((await bot.presses('钱七', button(asked, '怎么来的'))).reply.title).toBe(title);
  });

  it('does not count what is only reported', async () => {
    await bot.says('张三', '到位 X1 3000万 6月9日');
    expect((await bot.says('张三', '临洺关镇本月到位多少')).text).toContain('到位资金 8000万元');
  });

  it('leaves commands, notes and leads alone', async () => {
    expect((await bot.says('张三', '到位 X1')).text).toContain('还缺：金额');
    expect((await bot.says('张三', '今天拜访了深圳华创公司，了解投产情况', { chat: '私聊' })).text).not.toContain(
      '截至',
    );
    expect((await bot.says('张三', '问数 天气')).text).toContain('没看懂要问哪个数');
    expect((await bot.says('张三', '明年到位多少')).text).not.toContain('到位资金 0');
  });
});
