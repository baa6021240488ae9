import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const FAIR = '日程 新增 廊坊经洽会 6月17-21日 地点 廊坊 承办 临洺关镇';

describe('日程', () => {
  it('shows what is ahead with its preparation, which is tasks of whom it names', async () => {
    expect((await bot.says('钱七', FAIR)).text).toMatch(/1 号 廊坊经洽会，还有 7 天.*6月17-21日.*廊坊.*临洺关镇/s);
    const prepared = await bot.says('钱七', '日程 准备 1\n1. 城东街道 周五前 布置展位\n2. @发改局 6月15日前 印制手册');
    expect(prepared.text).toMatch(/准备 0\/2 项.*R1 布置展位（城东街道，6月12日前.*R2 印制手册/s);
    expect(await toldTo(bot, '赵六')).toEqual(['新任务 R1，请签收']);
    expect((await bot.says('孙八', '日程')).text).toContain(
      '1 号 6月17-21日 廊坊经洽会（临洺关镇）：还有 7 天，准备 0/2 项',
    );
    expect((await bot.says('李四', '我的', { chat: '私聊' })).text).toContain('日程1 承办：廊坊经洽会 筹备');
  });

  it('asks for the result when it is over, and puts the next date on the calendar', async () => {
    await bot.says('钱七', '日程 新增 企业服务日 6月25日 承办 临洺关镇 每月');
    bot.at('2026-06-26T10:00:00+08:00');
    expect((await bot.says('李四', '我的', { chat: '私聊' })).text).toContain('企业服务日 报结果');
    const told = await bot.says('李四', '日程 结果 1 走访 12 家，解决用电 3 件');
    expect(told.text).toMatch(/已记结果.*走访 12 家，解决用电 3 件.*下一次：2 号，7月27日/s);
    expect((await bot.says('李四', '日程 结果 1 又一次')).text).toContain('没有重复写入');
    expect((await bot.says('李四', '日程')).text).toMatch(/2 号 7月27日 企业服务日.*最近办的.*走访 12 家/s);
  });

  it('takes marks on an on-site observation, from others than the project’s own unit', async () => {
    await bot.says('钱七', '日程 新增 项目观摩 6月10日 每季度');
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    await aProject(bot, { name: '乙项目', unit: '城东街道' });
    await bot.says('孙八', '日程 打分 1 X1 90');
    await bot.says('钱七', '日程 打分 1 X1 91.5 进度快');
    const { text } = await bot.says('孙八', '日程 打分 1 X2 95分');
    expect(text).toMatch(/1 \| X2 乙项目 \| 城东街道 \| 95.00 \| 1\n2 \| X1 甲项目 \| 临洺关镇 \| 90.75 \| 2/);
    expect((await bot.says('孙八', '日程 打分 1 X2 96')).text).toContain('96.00 | 1');
    expect((await bot.says('张三', '日程 打分 1 X1 100')).text).toContain('本单位的项目');
  });

  it('written twice is there once; taken off it is gone', async () => {
    await bot.says('钱七', FAIR);
    expect((await bot.says('钱七', FAIR)).text).toContain('没有重复写入');
    await bot.says('钱七', '日程 取消 1');
    expect((await bot.says('钱七', '日程')).text).toContain('近期没有日程');
  });

  it.each([
    ['赵六', FAIR, '不是您单位的'],
    ['钱七', '日程 新增 廊坊经洽会', '没看出是哪天'],
    ['钱七', '日程 新增 6月17日', '没有写名称'],
    ['钱七', '日程 9', '没有 9 号日程'],
    ['钱七', '日程 准备', '没有写编号'],
    ['钱七', '日程 准备 1 尽快布置', '没有责任单位或人'],
    ['钱七', '日程 打分 1 X1 120', '0 到 100'],
    ['钱七', '日程 结果 1', '办得怎么样'],
    ['钱七', '日程 结果 1 很好', '还没到'],
    ['赵六', '日程 结果 1 很好', '不是您单位的'],
  ])('%s: %s is refused', async (who, line, words) => {
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    if (line !== FAIR) await bot.says('钱七', FAIR);
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
