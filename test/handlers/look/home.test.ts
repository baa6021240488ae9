import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

test('one page: what is due today, the tasks, the projects and the place of the own unit', async () => {
  await bot.says('钱七', '分派 @李四 6月11日 今天的事');
  await bot.says('钱七', '分派 @李四 6月30日 以后的事');
  await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
  await aProject(bot, { name: '别人的项目', unit: '城东街道' });
  bot.at('2026-06-11T10:00:00+08:00');
  const { text, reply, buttons } = await bot.says('李四', '首页');
  const [today, tasks, projects, places] = ['今天', '我的任务', '我的项目', '排名'].map((head) =>
    text.indexOf(`\n${head}\n`),
  );
  expect([today, tasks, projects, places].every((at) => (at ?? -1) > 0)).toBe(true);
  expect(text.indexOf('今天的事')).toBeGreaterThan(today ?? 0);
  expect(text.indexOf('今天的事')).toBeLessThan(tasks ?? 0);
  expect(text.indexOf('以后的事')).toBeGreaterThan(tasks ?? 0);
  expect(text.indexOf('X1 甲项目')).toBeGreaterThan(projects ?? 0);
  expect(text).not.toContain('别人的项目');
  expect(text).toMatch(/临洺关镇：乡镇组第 \S+，\S+ 分/);
  expect(reply.private).toBe(true);
  expect(buttons.map(({ label }) => label)).toEqual(['记线索', '报到位', '记走访', '我的待办', '台账', '看排行']);
});

test('without anything it says so; a leader sees every group and may give tasks', async () => {
  const { text } = await bot.says('赵六', '首页');
  for (const words of ['没有待办', '今天没有到期或逾期的', '还没有项目']) expect(text).toContain(words);
  const leader = await bot.says('孙八', '工作台');
  for (const group of ['乡镇组', '园区组', '部门组']) expect(leader.text).toContain(group);
  expect(leader.buttons.map(({ label }) => label)).toEqual(['分派', '台账', '看排行']);
});

test('what is left out is counted', async () => {
  for (let at = 1; at <= 8; at += 1) await aProject(bot, { name: `项目${at}`, unit: '临洺关镇' });
  expect((await bot.says('张三', '首页')).text).toContain('另有 2 项');
});
