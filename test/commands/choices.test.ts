import { beforeEach, expect, test } from 'vitest';
import type { SealedForm } from '../../src/rendering/form.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { investor: '河北华辰新能源科技有限公司' } });
  await aProject(bot, { name: '瑞通标准件项目', unit: '城东街道' });
  await aProject(bot, { name: '公海里的线索', row: { pool_since: '2026-06-01' as never } });
});

const form = async (who: string, line: string): Promise<SealedForm> => {
  const { reply } = await bot.opens(who, line);
  if (!reply.form) throw new Error('no form');
  return reply.form;
};
const find = async (who: string, { token }: SealedForm, field: string, words: string) =>
  (await bot.choices(who, { token, field, words })).map(({ value }) => value);

test.each([
  ['', ['X1']],
  ['X1', ['X1']],
  ['光伏', ['X1']],
  ['华晨', ['X1']],
  ['huachen', ['X1']],
  ['hcgf', ['X1']],
  ['新能源', ['X1']],
  ['瑞通', []],
  ['公海', []],
  ['X2', []],
])('a member finds only projects of the own unit to report on: “%s”', async (words, found) => {
  expect(await find('张三', await form('张三', '到位'), 'project', words)).toEqual(found);
});

test('staff find every project; a task may be about any', async () => {
  expect([...(await find('钱七', await form('钱七', '到位'), 'project', ''))].sort()).toEqual(['X1', 'X2', 'X3']);
  const assign = await form('王五', '分派');
  expect(await find('王五', assign, 'project', 'ruitong')).toEqual(['X2']);
});

test.each([
  ['经开区', ['@经济开发区']],
  ['jkq', ['@经济开发区']],
  ['成东街道', ['@城东街道']],
  ['赵六', ['@赵六']],
  ['zhaoliu', ['@赵六']],
  ['没有这个人', []],
])('units and people are found by name, alias, pinyin and sound: “%s”', async (words, found) => {
  expect(await find('钱七', await form('钱七', '分派'), 'assignees', words)).toEqual(found);
});

test('a head gives tasks inside the own unit alone', async () => {
  const found = await find('王五', await form('王五', '分派'), 'assignees', '');
  expect([...found].sort()).toEqual(['@临洺关镇', '@张三', '@李四', '@王五'].sort());
});

test('two people of one name are told apart, and what is chosen reads as that one', async () => {
  await bot.says('钱七', '人员 新增 张三 城东街道 成员 13900000021');
  const assign = await form('钱七', '分派');
  expect([...(await find('钱七', assign, 'assignees', '张三'))].sort()).toEqual(
    ['@临洺关镇张三', '@城东街道张三'].sort(),
  );
  const done = await bot.fills('钱七', assign, { assignees: '@城东街道张三', due: '2026-06-12', matter: '报表' });
  expect(done.text).toContain('张三');
  expect(done.reply.tone).toBe('ok');
});

test('nothing is offered to strangers, for another field, by a forged form, or to who may not use the command', async () => {
  const funds = await form('张三', '到位');
  expect(await find('张三', funds, 'amount', '5')).toEqual([]);
  expect(await find('张三', funds, 'nothing', '')).toEqual([]);
  expect(await find('nobody', funds, 'project', '')).toEqual([]);
  expect(await find('张三', { ...funds, token: 'forged' }, 'project', '')).toEqual([]);
  expect(await find('张三', await form('钱七', '分派'), 'assignees', '')).toEqual([]);
});

test('another org is never looked through', async () => {
  const other = await testBot();
  await aProject(other, { name: '别县的项目', unit: '临洺关镇' });
  const funds = await form('钱七', '到位');
  expect(await find('钱七', funds, 'project', '别县')).toEqual([]);
  expect((await other.choices('钱七', { token: funds.token, field: 'project', words: '' })).length).toBe(0);
});

test('the list is bounded', async () => {
  for (let at = 0; at < 40; at += 1) await aProject(bot, { name: `光伏项目${at}`, unit: '临洺关镇' });
  expect((await find('张三', await form('张三', '到位'), 'project', '光伏')).length).toBe(30);
});
