import { beforeEach, describe, expect, test } from 'vitest';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { stage: '签约' } });
});

const FUNDS = '已记 L1：到位资金 5000万元';

describe('what a careful clerk understands is written', () => {
  test.each([
    ['昨天 到位 X1 5000万', FUNDS],
    ['5000万 X1 昨天 到位', FUNDS],
    ['💰到位 X1 5000万 昨天', FUNDS],
    ['到位 X1 5000萬 昨天', FUNDS],
    ['到位 X1 5000万元（伍仟万元整） 昨天', FUNDS],
    ['到未 X1 5000万 昨天', FUNDS],
    ['到位 華辰光伏 5000万 昨天', FUNDS],
    ['稅收 X1 130萬 5月31日', '已记 L1：税收 130万元'],
    ['X1 阶段 落互 6月8日', '6月8日 落地'],
    ['補充 X1 總投資15億元', '总投资：15亿元'],
    ['問題 X1 用電容量不夠 發改局 週五前', '责任单位：发改局'],
    ['5月排行', '2026年5月'],
    ['查一下华辰光伏', 'X1 华辰光伏组件项目'],
    ['帮我查一下华辰光伏', 'X1 华辰光伏组件项目'],
    ['X1怎么样了', 'X1 华辰光伏组件项目'],
    ['接待 今天下午 华辰李总一行3人 看地块', '企业：华辰 '],
    ['推介会 深圳 7月8日 100家企业参加', '地点：深圳'],
  ])('%s', async (said, shown) => {
    expect((await bot.says('张三', said)).text.replaceAll('\n', ' ')).toContain(shown);
  });

  test.each([
    ['周五前让李四核实用地 分派', '已分派 R1'],
    ['分派 @李四 周五前 核实X1的用地情况', '事项：核实X1的用地情况'],
  ])('%s', async (said, shown) => {
    expect((await bot.says('钱七', said)).text).toContain(shown);
  });
});

describe('one unclear part is asked for, with buttons', () => {
  test.each([
    ['到位 5000万 昨天', ['X1 华辰光伏组件项目']],
    ['到位 X1 5000 昨天', ['5000万元', '5000元']],
    ['固投 X1 1.2亿 5月', ['5月31日', '5月1日']],
    ['倒位 X1 5000万 昨天', ['到位']],
    ['昨天华辰光伏到位了三千万', ['记 X1 到位']],
    ['王总昨天打了三千万过来', ['记 X1 到位']],
  ])('%s', async (said, labels) => {
    const { buttons, text } = await bot.says('张三', said);
    expect(buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
    expect(text).not.toContain('已记');
  });

  test.each([
    ['分派 周五前 报送二季度总结', '@城东街道'],
    ['分派 李四 报送二季度总结', '周五前'],
  ])('%s', async (said, label) => {
    const { buttons } = await bot.says('钱七', said);
    expect(buttons.map((button) => button.label)).toContain(label);
  });

  test('the button of a day books on that day', async () => {
    const { buttons } = await bot.says('张三', '固投 X1 1.2亿 5月');
    expect((await bot.presses('张三', buttons[0])).text).toContain('日期：5月31日');
  });

  test.each(['好的，收到', '辛苦了 办结'])('%s is politeness and signs nothing', async (said) => {
    await bot.says('钱七', '分派 @张三 周五前 核实用地');
    expect((await bot.says('张三', said)).text).not.toMatch(/已签收|已报办结/);
  });

  test('news of another thing is no answer to the question', async () => {
    expect((await bot.says('张三', '到位 X1 昨天')).text).toContain('还缺：金额');
    expect((await bot.says('张三', '华辰光伏 开工 12亿 6月3日')).text).not.toContain('到位资金');
  });
});

describe('a command that lacks parts', () => {
  test('takes them one by one', async () => {
    expect((await bot.says('张三', '到位 昨天')).text).toContain('还缺：项目、金额');
    expect((await bot.says('张三', 'X1')).text).toContain('还缺：金额');
    expect((await bot.says('张三', '5000万')).text).toContain(FUNDS);
  });

  test.each(['算了', '不记了', '取消。', '先不报了吧'])('is given up with %s', async (words) => {
    await bot.says('张三', '到位 X1 昨天');
    expect((await bot.says('张三', words)).text).toBe('好的，没有写入任何内容');
    expect((await bot.says('张三', '5000万')).text).not.toContain('已记');
  });

  test.each([
    ['张三', '多少来着'],
    ['赵六', '5000万'],
  ])('is not completed by %s with %s', async (who, words) => {
    await bot.says('张三', '到位 X1 昨天');
    expect((await bot.says(who, words)).text).not.toContain('已记');
  });

  test('is not completed after half an hour', async () => {
    await bot.says('张三', '到位 X1 昨天');
    bot.at(new Date(bot.now().getTime() + 31 * 60_000));
    expect((await bot.says('张三', '5000万')).text).not.toContain('已记');
  });

  test('offers the tasks and problems at hand', async () => {
    await bot.says('钱七', '分派 @张三 周五前 核实用地');
    await bot.says('张三', '问题 X1 用地指标没有落实 周五前');
    const { buttons } = await bot.says('张三', '完成了');
    expect(buttons.map(({ label }) => label)).toEqual(['R1 核实用地']);
    expect((await bot.presses('张三', buttons[0])).text).toContain('R1 已报办结');
    const solve = await bot.says('张三', '解决 指标已下达');
    expect((await bot.presses('张三', solve.buttons[0])).text).toContain('W1');
  });
});
