import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('target cities show what was done there this year, and which were left out', async () => {
  const bot = await testBot();
  expect((await bot.says('张三', '覆盖')).text).toContain('还没有设目标城市');
  await bot.says('周九', '设置 目标城市 深圳、杭州');
  await bot.says('王五', '外出 深圳 6月8日 拜访 比亚迪公司');
  await bot.says('张三', '资源 新增 乡贤 张建国 深圳');
  await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { investor_region: '广东深圳' } });
  const { text } = await bot.says('张三', '覆盖');
  expect(text).toContain('目标城市 2 个，今年到过 1 个');
  expect(text).toContain('深圳 | 1 | 6月8日 | 1 | 1');
  expect(text).toContain('今年还没去过：杭州');
});

test('firms at work that nobody visited for long are named, until somebody goes', async () => {
  const bot = await testBot();
  const id = await aProject(bot, {
    name: '甲项目',
    unit: '临洺关镇',
    row: { stage: '投产', stage_on: '2025-12-01' as never },
  });
  await aProject(bot, { name: '乙项目', unit: '临洺关镇', row: { stage: '签约' } });
  expect((await bot.says('张三', '覆盖')).text).toMatch(/没走访：1 家.*X1 甲项目：没有走访记录/s);
  await bot.says('张三', `走访 今天 甲公司 X${id}`);
  expect((await bot.says('张三', '覆盖')).text).not.toContain('甲项目');
});
