import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('of two who claim at once exactly one wins and the other is told who', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '公海项目', row: { stage: '线索', pool_since: '2026-06-01' as never } });
  const [one, two] = await Promise.all([bot.says('张三', '认领 X1'), bot.says('赵六', '认领 X1')]);
  const texts = [one.text, two.text].sort();
  expect(texts.filter((text) => text.includes('已认领 X1'))).toHaveLength(1);
  expect(texts.find((text) => text.includes('已由'))).toMatch(/已由(临洺关镇|城东街道)认领/);
});

test('a claim of one’s own again answers with what is', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '公海项目', row: { stage: '线索', pool_since: '2026-06-01' as never } });
  await bot.says('张三', '认领 X1');
  expect((await bot.says('李四', '认领 X1')).text).toContain('已经是您单位的');
});

test('the unit that lost a lead waits before it may take it back', async () => {
  const bot = await testBot();
  const row = { stage: '线索', pool_since: '2026-06-05' as never, pool_from_unit_id: bot.units.临洺关镇 ?? null };
  await aProject(bot, { name: '公海项目', row });
  expect((await bot.says('张三', '认领 X1')).text).toContain('30 天内不能再认领');
});

test('a unit takes only so many leads it has not moved on', async () => {
  const bot = await testBot({ settings: { poolClaimLimit: 1 } });
  const row = { stage: '线索', pool_since: '2026-06-01' as never };
  await aProject(bot, { name: '甲项目', row });
  await aProject(bot, { name: '乙项目', row });
  await bot.says('张三', '认领 X1');
  expect((await bot.says('张三', '认领 X2')).text).toContain('已认领 1 条');
});
