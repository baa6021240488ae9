import { expect, it } from 'vitest';
import { loadOrg } from '../../src/db/org.repository.ts';
import { blankUnits } from '../../src/services/blank.service.ts';
import type { TestBot } from '../support/bot.ts';
import { aMove, anEntry } from '../support/measured.ts';
import { aMonth } from '../support/month.ts';

const blanks = (bot: TestBot, at = '2026-06-23T08:30:00+08:00') =>
  bot.inOrg(async (tx) => blankUnits(tx, await loadOrg(tx), new Date(at)));

it('names what each unit lacks this month, in official order, and its heads; funds only of those with such a target', async () => {
  const bot = await aMonth();
  const units = await blanks(bot);
  expect(units.map(({ name }) => name)).toEqual(['临洺关镇', '城东街道', '经济开发区', '发改局', '投促中心']);
  expect(units[0]).toEqual({ name: '临洺关镇', missing: ['新开工'], heads: [bot.people.王五] });
  expect(units[2]).toEqual({ name: '经济开发区', missing: ['新签约', '新开工'], heads: [] });
});

it('tells the liaisons where there is no head, and nobody who has left', async () => {
  const bot = await aMonth();
  const off = (name: string) =>
    bot.inOrg((tx) => tx.sql.updateTable('people').set({ disabled: true }).where('name', '=', name).execute());
  await off('王五');
  expect((await blanks(bot))[0]?.heads).toEqual([bot.people.李四]);
  await off('李四');
  expect((await blanks(bot))[0]?.heads).toEqual([]);
});

it('a month’s sum that was taken back is nothing; another month’s does not count', async () => {
  const bot = await aMonth();
  await aMove(bot, 1, { stage: '开工', on: '2026-06-15' });
  expect((await blanks(bot)).map(({ name }) => name)).not.toContain('临洺关镇');
  await anEntry(bot, 1, { kind: 'funds', amount: '-8000', on: '2026-06-16', reverses: 1 });
  expect((await blanks(bot))[0]).toMatchObject({ name: '临洺关镇', missing: ['到位资金'] });
  expect((await blanks(bot, '2026-07-24T08:30:00+08:00'))[0]?.missing).toEqual(['新签约', '新开工', '到位资金']);
});
