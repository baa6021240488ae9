import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('leaders and staff put a project on the key library, with who pushes it and the aim', async () => {
  const bot = await testBot();
  const id = await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { stage: '签约' } });
  expect((await bot.says('孙八', '顶格')).text).toContain('还没有项目');
  expect((await bot.says('孙八', `顶格 X${id}`)).text).toContain('还缺由谁来推');
  expect((await bot.says('张三', `顶格 X${id} 孙县长`)).text).toContain('不能');
  const put = await bot.says('孙八', `顶格 X${id} 孙县长 10月底前开工`);
  expect(put.text).toContain('已列入顶格推进库');
  expect(put.text).toContain('签约，孙县长，10月31日前开工');
  await bot.says('张三', `进展 X${id} 规划条件已出`);
  expect((await bot.says('张三', '顶格推进')).text).toContain('规划条件已出');
  expect((await bot.says('钱七', `顶格 X${id} 周副县长`)).text).toContain('周副县长，10月31日前开工');
  expect((await bot.says('钱七', `顶格 X${id} 移出`)).text).toContain('已移出');
  expect((await bot.says('张三', '顶格')).text).toContain('还没有项目');
});

test('a project that is in production or lost is not taken', async () => {
  const bot = await testBot();
  const id = await aProject(bot, { name: '乙项目', unit: '临洺关镇', row: { stage: '投产' } });
  expect((await bot.says('孙八', `顶格 X${id} 孙县长`)).text).toContain('不用再列入');
});
