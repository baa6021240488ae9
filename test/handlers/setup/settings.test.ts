import { beforeEach, describe, expect, it } from 'vitest';
import { insertClosing } from '../../../src/db/entry.repository.ts';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

describe('设置', () => {
  it('lists every setting with its value', async () => {
    const { text } = await bot.says('钱七', '设置');
    for (const part of [
      '首报保护天数：90 天',
      '待办时间：08:30',
      '外出占比：1/3',
      '规模档次：5000万元、1亿元',
      '流失原因：资金、用地',
    ])
      expect(text).toContain(part);
  });

  it.each([
    ['设置 首报保护天数 60', '90 天 → 60 天'],
    ['设置 首报保护天数 60天', '90 天 → 60 天'],
    ['设置 待办时间 8点', '08:30 → 08:00'],
    ['设置 外出占比 四分之一', null],
    ['设置 外出占比 1/4', '1/3 → 1/4'],
    ['设置 流失原因 资金、用地', '→ 资金、用地'],
    ['设置 规模档次 1000万 1亿', '→ 1000万元、1亿元'],
    ['设置 白卷预警 10、5', '7、3 → 10、5'],
    ['设置 可选阶段 意向', '无 → 意向'],
    ['设置 任务年度起始月 12', '1 月 → 12 月'],
    ['设置 入账口径 核实日期', '发生日期 → 核实日期'],
    ['设置 发文单位 某县招商局', '（未设） → 某县招商局'],
  ])('%s', async (said, change) => {
    const { text } = await bot.says('钱七', said);
    expect(text).toContain(change ?? '不能作为外出占比');
  });

  it.each([
    '设置 首报保护天数 -5',
    '设置 首报保护天数 0',
    '设置 首报保护天数 很久',
    '设置 待办时间 25:00',
    '设置 规模档次 5亿 1亿',
    '设置 可选阶段 试生产',
    '设置 序时进度 10 20 100',
    '设置 工作日 2月30日 放假',
    '设置 统计截止 31日',
    '设置 统计截止 随便',
    '设置 任务年度起始月 13',
    '设置 入账口径 随便',
    '设置 没有的项 3',
  ])('%s is refused with how to write it, and changes nothing', async (said) => {
    const { text } = await bot.says('钱七', said);
    expect(text).toMatch(/没有改动|没有写入/);
    expect(text).toContain('设置');
    expect((await bot.says('钱七', '设置')).text).not.toContain('（已改）');
  });

  it('acts at once, goes back to the default, and can be taken back', async () => {
    await bot.says('钱七', '设置 撤销时限 30');
    expect((await bot.says('钱七', '设置 撤销时限')).text).toContain('30 分钟');
    await bot.says('钱七', '撤销');
    expect((await bot.says('钱七', '设置 撤销时限')).text).toContain('10 分钟');
    await bot.says('钱七', '设置 撤销时限 40');
    expect((await bot.says('钱七', '设置 撤销时限 默认')).text).toContain('40 分钟 → 10 分钟');
  });

  it('makes a chain that leads are sorted into, and takes it away', async () => {
    await bot.says('钱七', '设置 产业链 绳网 关键词 渔网、绳缆 链长 孙八');
    const shown = await bot.says('张三', '录入 安徽某某绳缆有限公司拟投资2亿元建渔网项目');
    expect(shown.text).toContain('绳网');
    expect((await bot.says('钱七', '设置 产业链 绳网 取消')).text).toContain('已去掉');
    expect((await bot.says('钱七', '设置 产业链 绳网 取消')).text).toContain('没有“绳网”这条产业链');
  });

  it('makes a day off a workday, which tasks then count', async () => {
    expect((await bot.says('钱七', '设置 工作日 6月13日 上班')).text).toContain('2026年6月13日 上班');
    expect((await bot.says('钱七', '设置')).text).toContain('2026-06-13 上班');
  });

  it('cuts months from the first one whose closing is still to come; closed ones keep their days', async () => {
    expect((await bot.says('钱七', '设置 统计截止')).text).toContain('统计截止：自然月末');
    expect((await bot.says('钱七', '设置 统计截止 每月最后一个工作日')).text).toContain('每月最后一个工作日');
    await bot.inOrg((tx) => insertClosing(tx, '2026-05', bot.now(), bot.now()));
    const { text } = await bot.says('钱七', '设置 统计截止 25号');
    expect(text).toContain('每月25日（2026-06 账期起）');
    expect(text).toContain('5月30日—6月25日');
    await bot.says('钱七', '设置 统计截止 5日');
    expect((await bot.says('钱七', '设置')).text).toContain('每月5日（2026-07 账期起）');
    expect((await bot.says('钱七', '设置 工作日 2026-05-29 放假')).text).toContain('已结账');
  });

  it('is for staff', async () => {
    expect((await bot.says('张三', '设置 首报保护天数 60')).text).toMatch(/权限|不能/);
  });
});
