import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aMove, anEntry } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot({ settings: { chains: [{ name: '新能源', keywords: ['光伏'] }] } });
  const row = { chain: '新能源', investment_wan: '120000', land_mu: '200', jobs: 300 } as never;
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row });
});

const kept = () =>
  bot.inOrg((tx) => tx.sql.selectFrom('evaluations').select(['verdict', 'passes', 'inputs']).orderBy('id').execute());

test('says what is missing, takes it, and keeps each verdict with its inputs', async () => {
  const first = await bot.says('张三', '评估 X1');
  expect(first.text).toContain('三本账达标 2 本，好项目，不能流失（数据未齐，暂定）');
  expect(first.text).toContain('还缺：年产值、年税收');
  const second = await bot.says('张三', '评估 X1 年产值20亿元，年税收6000万元');
  expect(second.text).toContain('三本账达标 3 本，理想项目，不惜代价引进');
  expect(second.text).toContain('亩均税收 30万元/亩（标准 15万元/亩）');
  expect(await kept()).toMatchObject([
    { verdict: '好项目', passes: 2 },
    { verdict: '理想项目', passes: 3, inputs: { facts: { tax: '6000', land: '200' }, thresholds: { taxPerMu: '15' } } },
  ]);
});

test('what the client will not give is an answer; a veto wins', async () => {
  const declined = await bot.says('张三', '评估 X1 税收不提供，产值不便提供');
  expect(declined.text).toContain('好项目');
  expect(declined.text).not.toContain('还缺');
  expect((await bot.says('钱七', '评估 X1 否决 污染')).text).toContain('有一票否决（污染），不予引进');
});

test('thresholds are the org’s', async () => {
  await bot.says('钱七', '设置 用工标准 500');
  await bot.says('钱七', '设置 亩均用工标准 2');
  expect((await bot.says('张三', '评估 X1')).text).toContain('就业账 ✗ 未达标');
});

test('is for the own unit', async () => {
  expect((await bot.says('赵六', '评估 X1')).text).toContain('不是您单位');
  expect(await kept()).toEqual([]);
});

test('after production the forecast of the evaluation before it stands beside the ledgers, in 评估 and on the card', async () => {
  await bot.says('张三', '评估 X1 年产值20亿元，年税收6000万元');
  bot.at('2026-08-05T10:00:00+08:00');
  const move = { stage: '投产', on: '2026-07-01' };
  await aMove(bot, 1, move);
  await bot.inOrg((tx) => tx.sql.updateTable('projects').set({ stage: '投产', stage_state: 'verified' }).execute());
  await anEntry(bot, 1, { kind: 'tax', amount: '9999', on: '2026-06-30' });
  await anEntry(bot, 1, { kind: 'tax', amount: '250', on: '2026-07-20' });
  await anEntry(bot, 1, { kind: 'output', amount: '20000', on: '2026-07-31' });
  await anEntry(bot, 1, { kind: 'fixed-assets', amount: '60000', on: '2026-05-31' });
  const again = await bot.says('张三', '评估 X1 年税收1亿元');
  expect(again.text).toContain('预测与实际（投产 1 个月）');
  expect(again.text).toContain('税收：预计一年 6000万元，到现在应有 500万元，已有 250万元，为 50.0%');
  const card = await bot.says('钱七', 'X1');
  expect(card.text).toContain('固定资产投资：预计 12亿元，已有 6亿元，为 50.0%');
  expect(card.text).toContain('产值：预计一年 20亿元，到现在应有 1.67亿元，已有 2亿元，为 120.0%');
  expect(card.text).toContain('税收：预计一年 6000万元');
  expect((await bot.says('赵六', 'X1')).text).not.toContain('预测与实际');
});
