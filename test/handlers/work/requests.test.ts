import { expect, it } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

it.each(['诉求', '诉求清单', '诉求台账'])('%s lists open requests with the figures of all', async (line) => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('赵六', '诉求 X1 物流费高');
  await bot.says('赵六', '诉求 安达玻璃 招工难');
  await bot.says('李四', '诉求 办结 S1 已对接两家物流公司');
  await bot.says('赵六', '评价 S1 4');
  const { text } = await bot.says('孙八', line);
  expect(text).toMatch(/未办结的诉求 1 件.*S2 安达玻璃：招工难（待受理，投促中心/s);
  expect(text).toContain('累计 2 件，办结 1 件，评价 1 件，平均 4.0 分');
});
