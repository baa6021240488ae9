import { beforeAll, expect, test } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { aMove, anEntry } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await testBot({ settings: { sizeTiers: ['10000', '100000'] } });
  const project = async (unit: string, row: object, amount: string) => {
    const id = await aProject(bot, { name: `${unit}${amount}项目`, unit, row: row as never });
    await aMove(bot, id, { stage: '签约', on: '2026-05-05', unit, amount });
    return id;
  };
  const big = await project(
    '临洺关镇',
    { investment_wan: '120000', origin: 'outside', source_method: '以商招商', chain: '光伏' },
    '90000',
  );
  await project('临洺关镇', { investment_wan: '20000', origin: 'local', source_method: '节会招商' }, '10000');
  await project('城东街道', { investment_wan: '5000', origin: 'province' }, '5000');
  await anEntry(bot, big, { kind: 'funds', amount: '3000', on: '2026-06-01' });
});

test('the summary says sizes, the share from outside the province, chains and whose finds they are', async () => {
  const { text } = await bot.says('张三', '结构');
  expect(text).toContain('全部单位签约结构（年初至2026年6月）：3 个、10.5亿元，平均 3.5亿元');
  expect(text).toContain('1亿以下 1 个，1亿-10亿 1 个，10亿以上 1 个');
  expect(text).toContain('签约 1 个、9亿元（金额占 85.7%）');
  expect(text).toContain('3000万元（占 100.0%）');
  expect(text).toContain('1 个（占 33.3%）');
  expect(text).toContain('自主招商 1 个（占 33.3%），上级活动 1 个，没写来源 1 个');
});

test('each view is a table that adds up, a button away', async () => {
  const summary = await bot.says('张三', '结构 5月');
  const sizes = await bot.presses('张三', button(summary, '按规模'));
  expect(sizes.text).toContain('10亿以上 | 0 | 1 | 9亿元 | 85.7% | 0万元');
  expect(sizes.text).toContain('合计 | 0 | 3 | 10.5亿元 | 100.0% | 0万元');
  expect((await bot.says('张三', '结构 省外')).text).toContain('省外境内 | 1 | 1 | 9亿元 | 85.7% | 3000万元');
  expect((await bot.says('张三', '结构 方式')).text).toContain('未填 | 1 | 1 | 5000万元 | 4.8% | 0万元');
  const units = await bot.presses('张三', button(summary, '按单位'));
  expect(units.text).toContain('临洺关镇 | 1 | 1 | 0 | 50.0% | 90.0%');
  expect(units.text).toContain('发改局 | 0 | 0 | 0 | — | —');
});

test('of one unit; tiers and what counts as the level above’s are settings', async () => {
  expect((await bot.says('张三', '结构 城东街道')).text).toContain(
    '城东街道签约结构（年初至2026年6月）：1 个、5000万元',
  );
  await bot.says('钱七', '设置 规模档次 5000万 1亿');
  await bot.says('钱七', '设置 上级活动方式 节会招商、以商招商');
  const { text } = await bot.says('张三', '结构 临洺关镇');
  expect(text).toContain('1亿以上 2 个');
  expect(text).toContain('自主招商 0 个（占 0.0%），上级活动 2 个');
});
