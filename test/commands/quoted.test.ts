import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { stage: '签约' } });
});

test('签收 said to the message of a task signs for that task', async () => {
  const given = await bot.says('钱七', '分派 @李四 周五前 报送用地方案');
  expect((await bot.says('李四', '签收', { quote: given.text })).text).toContain('R1');
});

test('a quoted message with two numbers of a kind is asked about', async () => {
  expect((await bot.says('李四', '反馈 已办好', { quote: 'R1 和 R2' })).text).toContain('还缺');
});

test('进展 said to a card is about its project, unless another is named', async () => {
  expect((await bot.says('张三', '进展 今天对接用地', { quote: 'X1 华辰光伏组件项目' })).text).toContain('已记进展 X1');
  await aProject(bot, { name: '二号', unit: '临洺关镇' });
  expect((await bot.says('张三', '进展 X2 今天对接用地', { quote: 'X1 华辰' })).text).toContain('已记进展 X2');
});

test('核实 said to a report verifies it', async () => {
  const filed = await bot.says('张三', '到位 X1 5000万 6月8日');
  expect((await bot.says('钱七', '核实', { quote: filed.text })).text).toContain('已核实：L1');
});
