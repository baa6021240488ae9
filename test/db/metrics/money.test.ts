import { beforeAll, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { anEntry, figureOf, shares } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await testBot();
  const row = { investment_wan: '120000', origin: 'outside' } as never;
  const big = await aProject(bot, { name: '甲项目', unit: '临洺关镇', row });
  const small = await aProject(bot, { name: '乙项目', unit: '临洺关镇' });
  await shares(bot, big, '2026-06-01', { 临洺关镇: '0.3', 城东街道: '0.7' });
  await anEntry(bot, big, { kind: 'funds', amount: '1000', on: '2026-05-31' });
  await anEntry(bot, big, { kind: 'funds', amount: '1000.5', on: '2026-06-01' });
  await anEntry(bot, small, { kind: 'funds', amount: '50', on: '2026-06-30' });
  await anEntry(bot, small, { kind: 'fixed-assets', amount: '70', on: '2026-02-01' });
  await anEntry(bot, small, { kind: 'foreign-capital', amount: '30', on: '2026-02-01' });
  await anEntry(bot, small, { kind: 'tax', amount: '20', on: '2026-02-01' });
  await anEntry(bot, small, { kind: 'output', amount: '900', on: '2026-02-01' });
  await anEntry(bot, small, { kind: 'trade', amount: '8', on: '2025-02-01' });
});

test.each([
  ['funds', '1350.15'],
  ['到位资金/本月', '350.15'],
  ['funds/省外', '1300.15'],
  ['funds/1亿以上/本月', '300.15'],
  ['fixed_assets', '70'],
  ['fdi', '30'],
  ['tax', '20'],
  ['output', '900'],
  ['trade', '0'],
  ['trade/上年同期', '8'],
])('%s is %s: verified entries, each ledger apart, cut by the shares of the day', async (name, figure) => {
  expect(await figureOf(bot, name)).toBe(figure);
});
