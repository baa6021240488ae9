import { beforeEach, expect, test } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('钱七', '分派 @张三 周五前 报送清单');
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { service_officer: '张三' } });
});

const mine = async (name: string) => (await bot.says(name, '我的')).text;

test('everything open goes over once both have signed', async () => {
  const asked = await bot.says('张三', '交接 李四 调任发改局');
  expect(asked.text).toContain('工作交接 张三 → 李四：2 项，待签字');
  expect(asked.text).toContain('还等 李四 签字');
  expect(await mine('李四')).not.toContain('R1');
  const done = await bot.presses('李四', await buttonTold(bot, '李四', '签字'));
  expect(done.text).toContain('2 项，已办完');
  expect(await mine('李四')).toContain('R1 报送清单');
  expect(await mine('张三')).not.toContain('R1');
  expect((await bot.says('张三', '查 X1')).text).toContain('首席服务官 李四');
  expect((await toldTo(bot, '张三')).at(-1)).toContain('已办完');
});

test('helpers outside and firms that are knocked at go over too', async () => {
  await bot.says('张三', '资源 新增 乡贤 张建国 深圳');
  await bot.says('张三', '目标企业 新增 比亚迪 世界500强');
  const asked = await bot.says('张三', '交接 李四');
  expect(asked.text).toMatch(/4 项，待签字.*资源 1 张建国（联系人）.*目标企业 1 比亚迪（敲门）/s);
  await bot.presses('李四', await buttonTold(bot, '李四', '签字'));
  expect((await bot.says('李四', '资源 1')).text).toContain('联系人：李四');
  expect((await bot.says('李四', '目标企业 1')).text).toContain('敲门：临洺关镇 李四');
});

test('staff may ask for two others; neither signature is theirs to give', async () => {
  const asked = await bot.says('钱七', '交接 张三 李四');
  expect(asked.text).toContain('还等 张三、李四 签字');
  expect((await bot.presses('钱七', button(asked, '签字'))).text).toContain('要由交出和接手的人签字');
});

test('for somebody who has left, the head signs', async () => {
  await bot.says('钱七', '人员 停用 张三');
  const asked = await bot.says('王五', '交接 张三 李四');
  expect(asked.text).toContain('还等 李四 签字');
});

test('who takes over may refuse, and nothing moves', async () => {
  await bot.says('张三', '交接 李四');
  expect((await bot.presses('李四', await buttonTold(bot, '李四', '不同意'))).text).toContain('事项不变');
  expect(await mine('张三')).toContain('R1');
});

test.each([
  ['赵六', '交接 张三 李四', '不是您单位'],
  ['张三', '交接 张三', '同一个人'],
  ['李四', '交接 赵六', '没有没办完的'],
  ['张三', '交接 某某', '没有叫“某某”'],
])('%s: %s is refused', async (name, line, words) => {
  expect((await bot.says(name, line)).text).toContain(words);
});
