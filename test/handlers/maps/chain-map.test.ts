import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('周九', '设置 产业链 新能源 关键词 光伏、储能 链长 孙八 上游 硅料 中游 组件、逆变器 下游 电站');
  const row = { chain: '新能源' };
  await aProject(bot, { name: '华辰组件项目', unit: '临洺关镇', row: { ...row, stage: '投产' } });
  await aProject(bot, { name: '瑞通组件项目', unit: '城东街道', row: { ...row, stage: '开工' } });
  await aProject(bot, { name: '国电电站项目', unit: '临洺关镇', row: { ...row, stage: '在谈' } });
  await aProject(bot, { name: '流失的逆变器项目', unit: '临洺关镇', row: { ...row, stage: '流失' } });
});

test.each(['图谱 新能源', '图谱 光伏', 'tp 新能源'])('%s shows each node and the gaps to work on', async (line) => {
  const { text, reply } = await bot.says('孙八', line);
  expect(text).toContain('新能源产业链图谱：强 1、有 0、缺 3');
  expect(text).toContain('组件 ●强：华辰组件、瑞通组件');
  expect(text).toContain('电站 ○缺；在谈 1');
  expect(text).toContain('补链清单（缺，还没人在谈）：硅料、逆变器');
  expect(reply.parts?.find((part) => part.type === 'picture')).toMatchObject({
    alt: expect.stringContaining('新能源产业链图谱：强 1、有 0、缺 3'),
  });
});

test('all chains are listed with a button each', async () => {
  const { text, buttons } = await bot.says('孙八', '图谱');
  expect(text).toContain('新能源（链长 孙八）：强 1、有 0、缺 3；待补 硅料、逆变器');
  expect(buttons.map(({ label }) => label)).toEqual(['新能源']);
});

test('a chain without nodes says how to name them, an unknown one which there are', async () => {
  await bot.says('周九', '设置 产业链 新材料 关键词 碳纤维');
  expect((await bot.says('孙八', '图谱 新材料')).text).toContain('分环节：设置 产业链 新材料 上游');
  expect((await bot.says('孙八', '图谱 航空航天')).text).toContain('没有“航空航天”这条产业链');
});
