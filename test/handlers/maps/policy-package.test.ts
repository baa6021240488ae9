import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('a project gets what applies to it, and hears which fact decides the rest', async () => {
  const bot = await testBot();
  await bot.says('钱七', '政策 新增 标准地承诺制 支持 拿地即开工');
  await bot.says('钱七', '政策 新增 设备补助 支持 按设备投资额补助 产业 装备 门槛 1亿');
  await bot.says('钱七', '政策 新增 外资奖励 支持 按到位外资奖励 对象 外资');
  const id = await aProject(bot, { name: '数控机床项目', unit: '临洺关镇', row: { chain: '装备' } });
  const { text } = await bot.says('张三', `政策包 X${id}`);
  expect(text).toMatch(/适用 1 条，待定 1 条.*标准地承诺制：拿地即开工.*设备补助.*还没有总投资/s);
  expect(text).not.toContain('外资奖励');
  await bot.says('张三', `补充 X${id} 总投资2亿元`);
  expect((await bot.says('张三', `政策包 X${id}`)).text).toContain('适用 2 条');
});
