import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('a project is proposed the places that hold it, with the reasons, and is put there by a button', async () => {
  const bot = await testBot();
  await bot.says('钱七', '载体 新增 小地块 空闲30亩 园区 经开区');
  await bot.says('钱七', '载体 新增 大地块 空闲90亩 园区 经开区');
  await bot.says('钱七', '载体 新增 装备园 空闲50亩 园区 经开区 产业 装备 条件 标准地');
  await bot.says('钱七', '载体 新增 食品园 空闲50亩 园区 经开区 产业 食品');
  const id = await aProject(bot, {
    name: '数控机床项目',
    unit: '临洺关镇',
    row: { land_mu: '40' as never, chain: '装备' },
  });
  const reply = await bot.says('张三', `匹配 X${id}`);
  expect(reply.text).toMatch(/可选 2 处载体.*3 号 装备园：.*空闲 50亩，够 40亩；主导产业相符；标准地.*2 号 大地块/s);
  const placed = await bot.presses(
    '张三',
    reply.buttons.find(({ label }) => label === '安排到 3 号'),
  );
  expect(placed.text).toContain('空闲 10亩');
});

test('where nothing holds it, or its need is not known, that is said', async () => {
  const bot = await testBot();
  const id = await aProject(bot, { name: '大项目', unit: '临洺关镇', row: { land_mu: '400' as never } });
  expect((await bot.says('张三', `匹配 X${id}`)).text).toContain('没有一处空闲够 400亩');
  const unknown = await aProject(bot, { name: '小项目', unit: '临洺关镇' });
  expect((await bot.says('张三', `匹配 X${unknown}`)).text).toContain('还没有用地、产业链');
});
