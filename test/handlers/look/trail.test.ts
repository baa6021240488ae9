import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
});

test('says who changed what about a project, before and after, newest first', async () => {
  await bot.says('张三', '补充 X1 总投资15亿元，用地300亩');
  await bot.says('李四', '补充 X1 用地200亩');
  const { text } = await bot.says('王五', '留痕 X1');
  expect(text).toMatch(/李四[^\n]*用地（亩） 300 → 200[\s\S]*张三[^\n]*总投资（万元） \S+ → 150000/);
});

test('what was taken back says so', async () => {
  await bot.says('张三', '补充 X1 用地300亩');
  await bot.says('张三', '撤销');
  expect((await bot.says('张三', '留痕')).text).toContain('（已撤销）');
});

test("another unit's project is not shown, nor another person's writes", async () => {
  await bot.says('张三', '补充 X1 用地300亩');
  expect((await bot.says('赵六', '留痕 X1')).text).not.toContain('300');
  expect((await bot.says('赵六', '留痕 张三')).text).not.toContain('300');
  expect((await bot.says('钱七', '留痕 张三')).text).toContain('300');
});

test('long trails have pages', async () => {
  for (let land = 1; land <= 8; land += 1) await bot.says('张三', `补充 X1 用地${land}00亩`);
  const first = await bot.says('张三', '留痕 X1');
  const second = await bot.presses(
    '张三',
    first.buttons.find(({ label }) => label === '更早的'),
  );
  expect(first.text).toContain('700 → 800');
  expect(second.text).toContain('100 → 200');
});

test('exports are on record: who took what, for staff to see', async () => {
  await bot.says('张三', '台账 导出');
  expect((await bot.says('张三', '留痕')).text).toContain('张三：已导出 1 个项目');
  expect((await bot.says('钱七', '留痕 导出')).text).toMatch(/导出：谁在什么时候.*张三：已导出 1 个项目/s);
  expect((await bot.says('赵六', '留痕 导出')).text).toContain('不能使用');
});
