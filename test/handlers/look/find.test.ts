import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const prepared = async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { investor: '河北华辰新能源科技有限公司' } });
  await aProject(bot, { name: '鲁泰装备项目', unit: '城东街道', row: { investor: '山东鲁泰装备股份有限公司' } });
  return bot;
};

test.each(['查 X1', 'x1', '#1', 'Ｘ１', '查 华辰', '查华辰', 'cx 华辰', 'find 华辰'])(
  '%s shows the project',
  async (text) => {
    const bot = await prepared();
    expect((await bot.says('张三', text)).record).toBe('X1');
  },
);

test('several hits are offered with a button each', async () => {
  const bot = await prepared();
  const seen = await bot.says('张三', '查 项目');
  expect(seen.buttons.map((one) => one.label).sort()).toEqual(['X1', 'X2']);
});

test('another unit’s project is shown in short', async () => {
  const bot = await prepared();
  expect((await bot.says('张三', '查 X2')).text).toContain('只显示概要');
});

test('what does not exist and what is another org’s get the same words', async () => {
  const [bot, other] = [await prepared(), await prepared()];
  await aProject(other, { name: '邻县项目' });
  const foreign = (await bot.says('张三', '查 X3')).text;
  expect(foreign).toBe((await bot.says('张三', '查 X88888888')).text.replace('X88888888', 'X3'));
});

test('search operators are only letters', async () => {
  const bot = await prepared();
  expect((await bot.says('张三', "查 x' UNION SELECT 1--")).text).toContain('没有找到');
  expect((await bot.says('张三', '查 %')).text).toContain('没有找到');
});
