import { expect, test } from 'vitest';
import { button, testBot } from '../../support/bot.ts';

test('people say how an answer was; staff see who, what and why, others are only asked', async () => {
  const bot = await testBot();
  expect((await bot.says('钱七', '点评')).text).toContain('近 30 天没有人点评');
  expect((await bot.says('张三', '点评 好')).text).toContain('已记下');
  expect((await bot.says('李四', '点评 差 数字不对，少了两个单位')).text).toContain('已记下');
  const asked = await bot.says('张三', '点评');
  expect(asked.text).not.toContain('李四');
  await bot.presses('张三', button(asked, '差'));
  const { text } = await bot.says('钱七', '点评');
  expect(text).toContain('近 30 天点评 3 次：好 1，差 2');
  expect(text).toContain('6月10日 李四：没有留下答复，数字不对，少了两个单位');
  expect(text).toContain('原因：数字不对 1');
});

test('撤销 takes back one’s last work, not the opinion given after it', async () => {
  const bot = await testBot();
  await bot.says('钱七', '分派 张三 周五前 报材料');
  await bot.says('钱七', '点评 好');
  expect((await bot.says('钱七', '撤销')).text).toContain('R1');
});
