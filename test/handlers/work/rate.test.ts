import { beforeEach, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('赵六', '诉求 X1 物流费高');
});

it.each([
  ['评价 S1 5', '5 分'],
  ['评价 S1 4分 比上次快', '4 分，比上次快'],
  ['评价 S1 满意', '5 分'],
  ['评价 S1 三星', '3 分'],
  ['S1 评价 基本满意，第1次就办好', '4 分，第1次就办好'],
])('%s', async (line, words) => {
  await bot.says('李四', '诉求 办结 S1 已对接');
  expect((await bot.says('赵六', line)).text).toContain(`评价：${words}`);
  expect((await bot.says('赵六', '评价 S1 1')).text).toContain('已经评价过');
});

it('what did not satisfy goes back to the unit and can be rated again after that', async () => {
  await bot.says('李四', '诉求 办结 S1 已对接');
  expect((await bot.says('赵六', '评价 S1 2 只答复没有解决')).text).toContain('退回责任单位重办');
  expect(await toldTo(bot, '李四')).toContain('S1 企业不满意，请重新办理');
  await bot.says('李四', '诉求 办结 S1 已签两家物流公司');
  expect((await bot.says('赵六', '评价 S1 5')).text).toContain('已评价，谢谢');
});

it.each([
  ['赵六', '评价 S1 5', '还没有办结'],
  ['李四', '评价 S1 5', '不能由您评价'],
  ['赵六', '评价 S1 很好', '没看懂打几分'],
])('%s: %s is refused', async (who, line, words) => {
  expect((await bot.says(who, line)).text).toContain(words);
});
