import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
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
