import { expect, test } from 'vitest';
import { button, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('帮助 names what the caller may use on one phone screen, a group has an example of each', async () => {
  const bot = await testBot();
  const seen = await bot.says('张三', '帮助');
  expect(seen.text).toContain('任务督办：');
  expect(seen.text).toContain('撤销');
  expect(seen.text).not.toContain('投递');
  expect(seen.text.split('\n').length).toBeLessThan(24);
  const group = await bot.presses('张三', button(seen, '任务督办'));
  expect(group.text).toContain('签收 R45');
  expect((await bot.says('张三', '帮助 任务督办')).text).toBe(group.text);
});

test('帮助 of one command shows its grammar', async () => {
  const bot = await testBot();
  expect((await bot.says('张三', '帮助 撤销')).text).toContain('写法：撤销');
});

test('a stranger is told how to bind and nothing else is done', async () => {
  const bot = await testBot();
  expect((await bot.says('路人', '撤销')).text).toContain('绑定 姓名 手机号');
});

test('a word one edit away from a command is offered', async () => {
  const bot = await testBot();
  const seen = await bot.says('张三', '帮住');
  expect(seen.text).toContain('您是不是要：帮助');
  expect(seen.buttons.map((one) => one.label)).toEqual(['帮助']);
});

test('a mistyped command keeps its words: one press says the line right', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { stage: '签约' } });
  const seen = await bot.says('张三', '到伟 X1 500万 6月8日');
  expect(seen.text).toContain('您是不是要：到位');
  expect((await bot.presses('张三', button(seen, '到位'))).text).toContain('500万元');
});
