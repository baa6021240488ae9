import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

test('the new unit answers for the project from today on', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '移交 X1 城东街道')).text).toContain('已移交 X1 华辰光伏组件项目 给城东街道');
  const shares = await bot.inOrg((tx) => tx.sql.selectFrom('project_shares').select(['unit_id', 'from_on']).execute());
  expect(shares).toEqual([{ unit_id: bot.units.城东街道, from_on: '2026-06-10' }]);
  expect((await bot.says('张三', '进展 X1 试试')).text).toContain('不是您单位的记录');
});

test('to the same unit it says so', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '移交 X1 临洺关')).text).toContain('已经由这个单位负责');
});

test('the new unit is told', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('钱七', '移交 X1 城东街道');
  expect(await toldTo(bot, '赵六')).toContain('X1 华辰光伏组件项目 移交给城东街道负责');
});
