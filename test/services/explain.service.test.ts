import { expect, it } from 'vitest';
import { loadOrg } from '../../src/db/org.repository.ts';
import { explainUnit } from '../../src/services/explain.service.ts';
import type { TestBot } from '../support/bot.ts';
import { aMove, anEntry } from '../support/measured.ts';
import { aMonth } from '../support/month.ts';
import { aProject } from '../support/project.ts';

const explained = (bot: TestBot, unit: string) =>
  bot.inOrg(async (tx) => explainUnit(tx, await loadOrg(tx), bot.units[unit] ?? 0, bot.now()));

it('the items of a unit add up to its score on the board', async () => {
  const bot = await aMonth();
  const { row, explanation } = await explained(bot, '城东街道');
  expect(row).toMatchObject({ unit: '城东街道', rank: 2 });
  const points = explanation.items.reduce((sum, item) => sum + Number(item.points), 0);
  expect(points).toBeCloseTo(Number(row.score), 1);
});

it.each(['signed_count', 'funds', 'started_count'])(
  'the smallest step in %s lifts the unit, one less does not',
  async (move) => {
    const stepped = async (fewer: number) => {
      const bot = await aMonth();
      const step = (await explained(bot, '城东街道')).explanation.lifts.find((lift) => lift.move === move);
      if (!step) return null;
      await take(bot, move, step.steps - fewer);
      bot.at('2026-06-10T18:00:00+08:00');
      return (await explained(bot, '城东街道')).row.rank;
    };
    const enough = await stepped(0);
    expect([1, null]).toContain(enough);
    expect(await stepped(move === 'funds' ? 100 : 1)).toBe(enough === null ? null : 2);
  },
);

/** 城东街道 signs or starts so many projects, or gets so much money. */
async function take(bot: TestBot, move: string, steps: number): Promise<void> {
  const unit = '城东街道';
  if (move === 'funds') {
    await anEntry(bot, 2, { kind: 'funds', amount: String(steps), on: '2026-06-10', unit });
    return;
  }
  for (let made = 0; made < steps; made += 1) {
    const id = await aProject(bot, { name: `新项目${made}`, unit });
    await aMove(bot, id, { stage: move === 'signed_count' ? '签约' : '开工', on: '2026-06-10', amount: '10000', unit });
  }
}

it('a unit that is not assessed is refused', async () => {
  const bot = await aMonth();
  await bot.inOrg((tx) => tx.sql.updateTable('units').set({ assessed: false }).where('name', '=', '发改局').execute());
  await expect(explained(bot, '发改局')).rejects.toMatchObject({ code: 'rank.not-assessed' });
  await expect(explained(bot, '没有的单位')).rejects.toMatchObject({ code: 'rank.not-assessed' });
});
