import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('产值 is filed in its own ledger, in 万元', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇', row: { stage: '投产' } });
  expect((await bot.says('张三', '产值 X1 8000万 6月8日')).record).toBe('L1');
  const [entry] = await bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().execute());
  expect(entry).toMatchObject({ kind: 'output', amount: '8000.000000', unit_id: bot.units.临洺关镇 });
});
