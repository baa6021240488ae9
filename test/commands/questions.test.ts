import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
});

test('the missing part alone completes the command', async () => {
  expect((await bot.says('张三', '进展 X1')).text).toContain('还缺：进展内容');
  expect((await bot.says('张三', '今天与李总见面')).text).toContain('X1');
});

test.each([
  ['another bare command', '外资', '外资 项目 金额'],
  ['another command that lacks a part', '进展 X1', '还缺'],
  ['a whole other command', '台账', '1 个项目'],
])('after a question, %s is a command of its own', async (_, said, shown) => {
  await bot.says('张三', '外出');
  expect((await bot.says('张三', said)).text).toContain(shown);
});

test('words that bring none of the missing parts are no answer, and the question waits on', async () => {
  expect((await bot.says('钱七', '分派 @李四 报送用地方案')).text).toContain('还缺：期限');
  expect((await bot.says('钱七', '你好呀')).text).not.toContain('还缺');
  expect((await bot.says('钱七', '周五前')).text).toContain('已分派 R1');
});

test('a command said again while one of its parts is asked for is a new one, not the rest of the old', async () => {
  expect((await bot.says('钱七', '分派 某某局 周五前 出具意见')).text).toContain('还缺：责任单位或人');
  expect((await bot.says('钱七', '分派 @李四 报送材料')).text).toContain('还缺：期限');
  expect((await bot.says('钱七', '周五前')).text).toContain('事项：报送材料');
});

test('words where the project should stand are the text when they are no project', async () => {
  expect((await bot.says('张三', '进展 今天看了地')).text).toContain('还缺：项目');
  expect((await bot.says('张三', 'X1')).text).toContain('已记进展 X1');
  expect((await bot.says('张三', 'X1')).text).toContain('阶段：在谈');
  expect((await bot.says('张三', '进展 X1 今天看了地')).text).toContain('已记进展');
});
