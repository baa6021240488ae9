import { beforeEach, describe, expect, it } from 'vitest';
import { listTargets } from '../../../src/db/target.repository.ts';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const targets = () => bot.inOrg((tx) => listTargets(tx, 2026));

describe('目标', () => {
  it('is set for this year, and set again shows what stood before', async () => {
    expect((await bot.says('钱七', '目标 临洺关镇 签约额 20亿')).text).toContain('全年：20亿元');
    expect((await bot.says('钱七', '目标 临洺关 签约额 25亿')).text).toContain('全年：20亿元 → 25亿元');
    expect(await targets()).toMatchObject([{ metric: 'signed-amount', year: 2026, annual: '250000', quarters: null }]);
    expect((await bot.says('张三', '目标 临洺关镇')).text).toContain('签约额 25亿元');
  });

  it('is split by quarters that add up', async () => {
    await bot.says('钱七', '目标 经济开发区 外资 500万美元 季度 10 30 30 30%');
    expect(await targets()).toMatchObject([{ annual: '500', quarters: ['50', '150', '150', '150'] }]);
  });

  it.each([
    ['张三', '目标 临洺关镇 签约额 20亿', '不能使用'],
    ['钱七', '目标 临洺关镇 外资 500万美元 季度 10 30 30 20%', '不等于 100%'],
    ['钱七', '目标 临洺关镇 心情 20亿', '没看到指标或数值'],
    ['钱七', '目标 临洺关镇 外资 5亿', '不是美元'],
    ['钱七', '目标 临洺关镇 签约额 20亿 2099', '离现在太远'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect(await targets()).toEqual([]);
  });
});
