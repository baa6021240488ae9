import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏项目', unit: '临洺关镇', row: { stage: '签约', foreign_funded: true } });
});

describe('预计到账', () => {
  it('is kept beside the ledger, shown on the project, and set against what came', async () => {
    expect((await bot.says('张三', '预计到账 X1 外资 200万美元 7月 把握80%')).text).toContain(
      '7月 实际使用外资 200万美元（把握 80%）',
    );
    expect((await bot.says('张三', '查 X1')).text).toContain('预计到账：7月 实际使用外资 200万美元（把握 80%）');
    bot.at('2026-07-20T10:00:00+08:00');
    await bot.says('张三', '外资 X1 50万美元 7月15日 凭证 A1');
    expect((await bot.says('钱七', '预计到账')).text).toMatch(
      /预计到账 1 笔.*7月 \| 实际使用外资 \| 200万美元 \| 160万美元 \| 50万美元/s,
    );
    bot.at('2026-08-03T10:00:00+08:00');
    expect((await bot.says('钱七', '预计到账')).text).toContain('过了没到 1 笔');
  });

  it('told anew takes the former’s place; what is given up is off the list and comes back by 撤销', async () => {
    await bot.says('张三', '预计到账 X1 5000万 下月');
    expect((await bot.says('张三', '预计到账 X1 6000万 7月')).text).toMatch(/7月 到位资金 6000万元\n/);
    expect((await bot.says('张三', '预计到账 X1 取消')).text).toContain('已取消预计');
    expect((await bot.says('张三', '预计到账')).text).toContain('没有登记');
    await bot.says('张三', '撤销');
    expect((await bot.says('张三', '预计到账 临洺关镇')).text).toContain('临洺关镇预计到账 1 笔');
    expect((await bot.says('张三', '预计到账 城东街道')).text).toContain('没有登记');
  });

  it('never counts: the board does not know it', async () => {
    await bot.says('张三', '预计到账 X1 5000万 本月');
    expect((await bot.says('钱七', '临洺关镇今年到位多少')).text).not.toContain('5000');
  });

  it('is handed over as a workbook', async () => {
    await bot.says('张三', '预计到账 X1 5000万 下月');
    const { reply } = await bot.says('钱七', '预计到账 导出');
    expect(reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
  });

  it.each([
    ['赵六', '预计到账 X1 5000万 7月', '不是您单位的'],
    ['张三', '预计到账 X1 5000万 2026年3月', '已经过去或太远'],
    ['张三', '预计到账 X1 5000 7月', '没看出金额'],
    ['张三', '预计到账 X1 5000万', '没看出是哪个月'],
    ['张三', '预计到账 X1 外资 5000万 7月', '外资写万美元'],
    ['张三', '预计到账 X1 5000万 7月 把握180%', '超过 100%'],
    ['张三', '预计到账 X9 5000万 7月', '没有找到项目'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
