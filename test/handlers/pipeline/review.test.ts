import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
});

const ASK = '会审 X1 发改局 城东街道 3天内';

describe('会审', () => {
  it('asks the departments, who answer by a button; with the last one those who wait hear the sum', async () => {
    expect((await bot.says('钱七', ASK)).text).toMatch(/会审1 X1.*待意见.*未回 2 家.*6月13日前.*发改局：未回/s);
    expect(await toldTo(bot, '赵六')).toEqual(['请出会审意见：会审1 X1 华辰光伏组件项目']);
    expect((await bot.says('赵六', '我的')).text).toContain('会审1 意见：X1 华辰光伏组件项目');
    expect((await bot.says('李四', '查 X1')).text).toContain('会审1 联合会审，还差 2 家意见');
    expect((await bot.says('赵六', '会审 1 有条件同意 先补能评')).text).toContain(
      '城东街道：有条件同意，先补能评（赵六）',
    );
    expect((await bot.says('赵六', '我的')).text).not.toContain('会审1');
    const last = await bot.says('钱七', '会审 1 发改局 同意');
    expect(last.text).toContain('有条件通过');
    expect(await toldTo(bot, '李四')).toEqual(['会审意见汇总：会审1 X1 华辰光伏组件项目，有条件通过']);
    expect((await bot.says('李四', '查 X1')).text).toContain('会审有条件通过（同意 1 家，有条件同意 1 家）');
  });

  it('the same department asked again is asked once, another joins', async () => {
    await bot.says('钱七', ASK);
    expect((await bot.says('钱七', ASK)).text).toContain('没有重复写入');
    expect((await bot.says('钱七', '会审 X1 经济开发区')).text).toContain('未回 3 家');
    expect((await bot.says('张三', '会审')).text).toContain('还差 发改局、城东街道、经济开发区');
    expect((await bot.says('张三', '会审 X1')).text).toContain('会审1');
  });

  it('is answered by the project’s number as well', async () => {
    await bot.says('钱七', ASK);
    expect((await bot.says('赵六', '会审 X1 同意')).text).toContain('城东街道：同意（赵六）');
    expect((await bot.says('钱七', '会审 X1 发改局 有条件同意 先补能评')).text).toContain(
      '发改局：有条件同意，先补能评',
    );
  });

  it('may be thought over while it is under way, not afterwards', async () => {
    await bot.says('钱七', ASK);
    await bot.says('赵六', '会审 1 同意');
    expect((await bot.says('赵六', '会审 1 同意')).text).toContain('没有重复写入');
    expect((await bot.says('赵六', '会审 1 不同意 排放超标')).text).toContain('未通过');
    expect((await bot.says('钱七', '会审 1 结束')).text).toContain('已结束');
    expect((await bot.says('赵六', '会审 1 同意')).text).toContain('已经结束');
    expect((await bot.says('钱七', '会审 X1 发改局')).text).toContain('会审2');
  });

  it.each([
    ['张三', ASK, '没有写入'],
    ['钱七', '会审 X1', '请写上部门'],
    ['钱七', '会审 发改局', '没有写是哪个项目'],
    ['钱七', '会审 X1 发改局 2026年6月1日', '已经过去'],
    ['钱七', '会审 9 同意', '没有会审9'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });

  it.each([
    ['李四', '会审 1 同意', '没有您的单位'],
    ['赵六', '会审 1 不同意', '要写理由'],
    ['赵六', '会审 1 发改局 同意', '不是您单位的'],
    ['赵六', '会审 1 再说', '没看出'],
    ['赵六', '会审 1 结束', '没有写入'],
  ])('once asked, %s: %s is refused', async (who, line, words) => {
    await bot.says('钱七', ASK);
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
