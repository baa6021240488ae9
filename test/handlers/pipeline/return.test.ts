import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('a returned move puts the project back where it stood', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '阶段 X1 签约 12亿 6月3日');
  expect((await bot.says('钱七', '退回 X1 合同没有盖章')).text).toContain('合同没有盖章');
  expect((await bot.says('张三', '查 X1')).text).toContain('阶段：在谈');
});

test('needs a reason', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '阶段 X1 签约 12亿 6月3日');
  expect((await bot.says('钱七', '退回 X1')).text).toContain('还缺：原因');
});

test('a member may not', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '退回 X1 材料不全')).text).toContain('您的角色不能使用');
});
