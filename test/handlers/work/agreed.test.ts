import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
});

const MINUTES =
  '议定 6月9日县长调研城东\n1. 城东街道 周五前 报送用地方案 X1\n2、@发改局 @李四 月底前 出具备案意见\n（3）尽快研究供电';

describe('议定', () => {
  it('shows each item as understood and what was not, gives nothing before it is confirmed', async () => {
    const { text } = await bot.says('钱七', MINUTES);
    expect(text).toContain('6月9日县长调研城东（6月9日）：看出 2 项，1 项没看懂');
    expect(text).toMatch(/1\. 城东街道，6月12日前：报送用地方案.*2\. 发改局、李四，6月30日前：出具备案意见/s);
    expect(text).toContain('“尽快研究供电”：没有责任单位或人、期限');
    expect(await toldTo(bot, '赵六')).toEqual([]);
  });

  it('gives every item as a task at once, each told, and shows how far they have come', async () => {
    const draft = await bot.says('钱七', MINUTES);
    const button = draft.buttons.find(({ label }) => label === '分派 2 项');
    const given = await bot.presses('钱七', button);
    expect(given.text).toContain('已分派：议定1 6月9日县长调研城东，3 项办结 0 项');
    expect(await toldTo(bot, '赵六')).toEqual(['新任务 R1，请签收']);
    expect((await bot.says('张三', '查 X1')).text).toContain('R1 报送用地方案');
    await bot.says('赵六', '签收 R1');
    await bot.says('赵六', '办结 R1 已报');
    await bot.says('钱七', '办结 R1 通过');
    bot.at('2026-07-02T10:00:00+08:00');
    expect((await bot.says('孙八', '议定 1')).text).toContain('3 项办结 1 项，逾期 2 项');
    expect((await bot.says('孙八', '议定')).text).toContain('议定1 6月9日');
  });

  it('a line that says again what was not understood takes its place; then 确认 is enough', async () => {
    await bot.says('钱七', MINUTES);
    expect((await bot.says('钱七', '发改局 月底前 尽快研究供电')).text).toMatch(/看出 3 项，请核对/);
    expect((await bot.says('钱七', '确认')).text).toContain('4 项办结 0 项');
  });

  it('hangs on the visit it came of', async () => {
    await bot.says('王五', '外出 北京 6月8日 拜访 京东方');
    await bot.says('钱七', '议定 H1\n城东街道 周五前 回访');
    await bot.says('钱七', '确认');
    expect((await bot.says('王五', 'H1')).text).toContain('议定1 6月10日 议定事项：1 项办结 0 项');
    expect((await bot.says('王五', '议定 H1')).text).toContain('议定1');
  });

  it('takes the minutes from a quoted message', async () => {
    const { text } = await bot.says('钱七', '议定 周例会', { quote: '城东街道 周五前 报送清单' });
    expect(text).toContain('周例会（6月10日）：看出 1 项');
  });

  it('pressed twice gives once; given up it gives nothing', async () => {
    const draft = await bot.says('钱七', MINUTES);
    await bot.says('钱七', '确认');
    await bot.presses(
      '钱七',
      draft.buttons.find(({ label }) => label === '分派 2 项'),
    );
    expect((await bot.says('钱七', '议定')).text).not.toContain('议定2');
    await bot.says('钱七', MINUTES);
    expect((await bot.says('钱七', '算了')).text).toContain('没有分派');
    const other = await bot.says('钱七', MINUTES);
    expect(
      (
        await bot.presses(
          '钱七',
          other.buttons.find(({ label }) => label === '放弃'),
        )
      ).text,
    ).toContain('没有分派');
  });

  it.each([
    ['张三', '不能'],
    ['王五', '不是您单位的'],
  ])('%s may not give tasks to other units', async (who, words) => {
    const draft = await bot.says(who, MINUTES);
    const pressed = await bot.presses(
      who,
      draft.buttons.find(({ label }) => label === '分派 2 项'),
    );
    expect(pressed.text).toContain(words);
    expect(await toldTo(bot, '赵六')).toEqual([]);
  });

  it('of which nothing is understood gives nothing', async () => {
    const { text, buttons } = await bot.says('钱七', '议定 周例会\n大家加油');
    expect(text).toContain('看出 0 项');
    expect(buttons.map(({ label }) => label)).toEqual(['放弃']);
    expect((await bot.says('钱七', '确认')).text).toContain('没有一项看得懂');
    expect((await bot.says('钱七', '议定 9')).text).toContain('没有议定9');
  });
});
