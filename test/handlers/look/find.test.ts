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

test('the number of a task, problem, promise, request or activity shows that record', async () => {
  const bot = await prepared();
  await bot.says('钱七', '分派 @张三 周五前 报送材料');
  await bot.says('张三', '问题 X1 招工难 周五前');
  await bot.says('张三', '承诺 X1 道路 年底前');
  await bot.says('张三', '诉求 X1 物流费高');
  await bot.says('张三', '走访 6月4日 瑞通标准件公司');
  for (const [number, words] of [
    ['R1', '报送材料'],
    ['w1', '招工难'],
    ['C1', '道路'],
    ['S1', '物流费高'],
    ['H1', '走访企业'],
  ] as const) {
    const seen = await bot.says('张三', number);
    expect([seen.record, seen.text.includes(words)]).toEqual([number.toUpperCase(), true]);
  }
  expect((await bot.says('张三', 'R99')).text).toContain('没有这个编号的任务');
});

test('a unit, stage or the pool is a list', async () => {
  const bot = await prepared();
  expect((await bot.says('钱七', '查 临洺关镇 在谈')).text).toContain('临洺关镇 在谈：1 个项目');
  expect((await bot.says('钱七', '查 公海')).text).toContain('公海：没有项目');
});

test.each(['光伏华辰', '华晨光付', '组件 华辰', 'huachen', 'hcgf', '河北华辰公司', '华辰光伏部件'])(
  '%s offers the project that was meant',
  async (words) => {
    const bot = await prepared();
    const { text, buttons } = await bot.says('张三', `查 ${words}`);
    expect(text).toContain('您是不是要找');
    expect(buttons.map(({ label }) => label)).toEqual(['X1']);
  },
);

test('a write never takes a name that is only alike: it asks', async () => {
  const bot = await prepared();
  const asked = await bot.says('张三', '进展 华晨光伏 已对接用地');
  expect(asked.text).toContain('没有“华晨光伏”，您是不是要');
  expect((await bot.presses('张三', asked.buttons[0])).text).toContain('已记进展 X1');
});

test('what is like nothing is not found', async () => {
  const bot = await prepared();
  expect((await bot.says('张三', '查 宁德时代')).text).toContain('没有找到');
});
