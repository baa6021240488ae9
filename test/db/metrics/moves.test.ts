import { beforeAll, describe, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aMove, figureOf, shares } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;

/** 甲: 12亿 foreign from overseas in a chain, shared 40/60 since May; 乙: 0.8亿 from the province; 丙: only reported. */
beforeAll(async () => {
  bot = await testBot();
  const rows = {
    甲: {
      investment_wan: '120000',
      origin: 'overseas',
      foreign_funded: true,
      chain: '光伏',
      source_method: '以商招商',
    },
    乙: { investment_wan: '8000', origin: 'province', project_type: '增资扩产' },
    丙: { investment_wan: '50000', origin: 'outside', chain: '装备' },
  };
  const ids: Record<string, number> = {};
  for (const [name, row] of Object.entries(rows)) {
    ids[name] = await aProject(bot, { name: `${name}项目`, unit: '临洺关镇', row: row as never });
  }
  const { 甲 = 0, 乙 = 0, 丙 = 0 } = ids;
  await shares(bot, 甲, '2026-05-01', { 临洺关镇: '0.4', 城东街道: '0.6' });
  await aMove(bot, 甲, { stage: '签约', on: '2026-03-10', amount: '100000' });
  await aMove(bot, 甲, { stage: '落地', on: '2026-05-02' });
  await aMove(bot, 甲, { stage: '开工', on: '2026-06-02' });
  await aMove(bot, 甲, { stage: '竣工', on: '2026-06-20' });
  await aMove(bot, 乙, { stage: '在谈', on: '2026-01-05' });
  await aMove(bot, 乙, { stage: '签约', on: '2026-06-05', amount: '6000' });
  await aMove(bot, 乙, { stage: '投产', on: '2026-06-25', verified: '2026-07-02' });
  await aMove(bot, 丙, { stage: '签约', on: '2026-06-06', amount: '9', state: 'reported' });
  await aMove(bot, 丙, { stage: '签约', on: '2025-06-30', amount: '3000' });
});

describe('signings and later stages', () => {
  test.each([
    ['signed_count', '2', 'verified ones of the year so far'],
    ['签约项目数', '2', 'the Chinese name is the same figure'],
    ['signed_amount', '106000', 'their agreement amounts'],
    ['signed_count/本期', '1', 'of the period alone'],
    ['signed_count/本月', '1', 'of the last month alone'],
    ['signed_count/上年同期', '1', 'of the same stretch a year earlier, its last day included'],
    ['signed_amount/上年同期原报', '3000', 'as it was known a year ago'],
    ['signed_count/1亿以上', '1', 'from a size on'],
    ['signed_count/5000万-1亿', '1', 'within two sizes'],
    ['signed_count/8000万以下', '0', 'below a size, which itself does not count'],
    ['signed_count/外资', '1', 'of foreign money'],
    ['signed_count/内资', '1', 'of domestic money'],
    ['signed_count/增资扩产', '1', 'of a type'],
    ['signed_amount/境外', '100000', 'from overseas'],
    ['signed_amount/省外', '100000', 'from outside the province, overseas included'],
    ['signed_amount/省内', '6000', 'from inside the province'],
    ['signed_count/有产业链', '1', 'in any chain'],
    ['signed_count/产业链=光伏/1亿以上', '1', 'in a chain, from a size on'],
    ['signed_count/产业链=装备', '0', 'in another chain'],
    ['signed_count/方式=以商招商', '1', 'by a method'],
    ['talking_count', '1', 'stages are counted apart'],
    ['landed_count', '0.4', 'cut by the shares of the day'],
    ['started_count', '0.4', 'cut by the shares of the day'],
    ['completed_count', '0.4', 'cut by the shares of the day'],
    ['producing_count', '0', 'what was verified after the cut-off does not count'],
  ])('%s is %s: %s', async (name, figure) => {
    expect(await figureOf(bot, name)).toBe(figure);
  });

  test('the other part of a shared project goes to the other unit', async () => {
    expect(await figureOf(bot, 'landed_count', '城东街道')).toBe('0.6');
    expect(await figureOf(bot, 'signed_count', '城东街道')).toBe('0');
  });
});
