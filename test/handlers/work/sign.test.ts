import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('钱七', '分派 @李四 周五前 报送清单');
});

const taskRow = () => bot.inOrg((tx) => tx.sql.selectFrom('tasks').selectAll().executeTakeFirstOrThrow());

describe('签收', () => {
  it('is done by the assignee', async () => {
    expect((await bot.says('李四', '签收 R1')).text).toContain('R1 已签收');
    expect(await taskRow()).toMatchObject({ state: 'doing', signed_by: bot.people.李四 });
  });

  it('a second time answers with what is and writes nothing', async () => {
    await bot.says('李四', '收到 R1');
    const before = await taskRow();
    expect((await bot.says('李四', '签收 R1')).text).toContain('现在是“办理中”');
    expect(await taskRow()).toEqual(before);
  });

  it.each([
    ['赵六', '签收 R1', '不是派给您的'],
    ['王五', '签收 R1', '不是派给您的'],
    ['李四', '签收 R999999999', '没有这个编号的任务'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect((await taskRow()).state).toBe('unsigned');
  });

  it('of two people of a unit at the same instant, one signs and the other sees who did', async () => {
    await bot.says('钱七', '分派 临洺关镇 周五前 报送方案');
    const answers = await Promise.all([bot.says('李四', '签收 R2'), bot.says('王五', '签收 R2')]);
    const texts = answers.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('R2 已签收'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('没有重复写入'))).toHaveLength(1);
  });
});

it('without a number the only waiting task is signed for; of several one is chosen', async () => {
  expect((await bot.says('李四', '收到')).text).toContain('已签收');
  expect((await bot.says('李四', '签收')).text).toContain('没有待签收的任务');
  await bot.says('钱七', '分派 @李四 周五前 报送甲');
  await bot.says('钱七', '分派 @李四 周五前 报送乙');
  expect((await bot.says('李四', '签收')).buttons.map(({ label }) => label)).toEqual(['R2 报送甲', 'R3 报送乙']);
});
