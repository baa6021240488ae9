import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  const row = { investor: '河北华辰新能源科技有限公司', investor_key: '华辰新能源科技' };
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row });
});

test.each([
  ['a note on a project by its number', 'X1 今天对接了用地，下周出方案', '像是一条进展', '已记进展 X1'],
  ['a note on a project by its name', '华辰光伏组件项目今天又来谈了一轮', '像是一条进展', '已记进展 X1'],
  ['a signing', 'X1签约了3.8亿，6月9日签的', '报 X1 签约', '6月9日 签约 3.8亿元'],
  ['a problem', '华辰光伏组件项目用地指标一直没落实，卡住了', '登记为 X1 的问题', '时限'],
  ['a firm that left', '华辰光伏组件项目黄了，被邻县抢走了', '报 X1 流失', '流失'],
  ['a visitor', '华辰光伏组件项目的李总昨天来考察了', '记为接待', '已记'],
  ['an outing', '今天去杭州拜访了阿里云和海康威视', '像是一条外出', '已记 H1'],
])('%s is offered as the command that writes it, and written by a tap', async (_, said, shown, written) => {
  const seen = await bot.says('张三', said, { chat: '私聊' });
  expect([seen.text, ...seen.buttons.map(({ label }) => label)].join('\n')).toContain(shown);
  expect(seen.text).toContain('还没有写入');
  expect((await bot.presses('张三', seen.buttons[0], { chat: '私聊' })).text).toContain(written);
});

test("another unit's project is not guessed at, nor is small talk", async () => {
  expect((await bot.says('赵六', 'X1 今天对接了用地，下周出方案', { chat: '私聊' })).text).not.toContain('像是');
  expect((await bot.says('张三', '今天天气不错，大家辛苦', { chat: '私聊' })).text).not.toContain('像是');
});

test('a greeting is answered with what can be done', async () => {
  expect((await bot.says('张三', '你好', { chat: '私聊' })).text).toContain('小招能帮您做这些');
});
