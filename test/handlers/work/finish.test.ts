import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('孙八', '分派 @李四 周五前 报送清单');
});

const taskRow = () => bot.inOrg((tx) => tx.sql.selectFrom('tasks').selectAll().executeTakeFirstOrThrow());

describe('办结', () => {
  it('goes to the dispatcher for a check', async () => {
    expect((await bot.says('李四', '办结 R1 清单已报')).text).toContain('已报办结，等交办人核验');
    expect(await toldTo(bot, '孙八')).toEqual(['R1 李四报办结，请核验']);
    expect((await taskRow()).state).toBe('checking');
  });

  it('twice is once', async () => {
    await bot.says('李四', '办结 R1');
    expect((await bot.says('李四', '办结 R1')).text).toContain('现在是“待核验”');
    expect(await toldTo(bot, '孙八')).toHaveLength(1);
  });

  it('is passed by the dispatcher, and the assignee hears of it', async () => {
    await bot.says('李四', '办结 R1');
    expect((await bot.says('孙八', '办结 R1 通过')).text).toContain('核验通过');
    expect((await taskRow()).state).toBe('done');
    expect(await toldTo(bot, '李四')).toContain('R1 核验通过，已办结');
    expect((await bot.says('孙八', '办结 R1 通过')).text).toContain('没有重复写入');
  });

  it('said by the dispatcher of what was handed in, is a pass', async () => {
    await bot.says('李四', '办结 R1');
    expect((await bot.says('孙八', '办结 R1')).text).toContain('已办结');
    expect(await toldTo(bot, '李四')).toContain('R1 核验通过，已办结');
    expect((await taskRow()).state).toBe('done');
  });

  it('is sent back with a reason, which counts as a redo', async () => {
    await bot.says('李四', '办结 R1');
    expect((await bot.says('钱七', '办结 R1 退回')).text).toContain('要说明理由');
    expect((await bot.says('钱七', '办结 R1 退回 缺附件')).text).toContain('已退回');
    expect(await taskRow()).toMatchObject({ state: 'doing', redos: 1 });
    expect(await toldTo(bot, '李四')).toContain('R1 被退回：缺附件');
  });

  it('is passed or sent back by a press; the reason is asked for', async () => {
    await bot.says('李四', '办结 R1');
    const asked = await bot.presses('孙八', await buttonTold(bot, '孙八', '退回'), { chat: '私聊' });
    expect(asked.text).toContain('为什么退回');
    expect((await taskRow()).state).toBe('checking');
    expect((await bot.says('孙八', '缺少红头文件', { chat: '私聊' })).text).toContain('已退回');
    expect(await toldTo(bot, '李四')).toContain('R1 被退回：缺少红头文件');
    await bot.says('李四', '办结 R1');
    expect((await bot.presses('孙八', await buttonTold(bot, '孙八', '通过'))).text).toContain('核验通过');
    expect((await taskRow()).state).toBe('done');
  });

  it('cannot be passed by the assignee, nor finished by others', async () => {
    expect((await bot.says('赵六', '办结 R1')).text).toContain('不是派给您的');
    await bot.says('李四', '办结 R1');
    expect((await bot.says('李四', '办结 R1 通过')).text).toContain('不是您交办的');
    expect((await taskRow()).state).toBe('checking');
  });

  it('cannot be passed before it is handed in', async () => {
    expect((await bot.says('孙八', '办结 R1 通过')).text).toContain('还没有报办结');
  });
});

it('is passed or sent back by its giver in the words of reports, or from its card', async () => {
  await bot.says('孙八', '分派 @李四 周五前 报送甲');
  const number =
    /R\d+/.exec((await bot.says('李四', '我的')).text.split('报送甲')[0]?.split('\n').at(-1) ?? '')?.[0] ?? '';
  await bot.says('李四', `办结 ${number} 办好了`);
  expect((await bot.says('孙八', '我的')).buttons.map(({ label }) => label)).toContain(`看 ${number}`);
  expect((await bot.says('孙八', number)).buttons.map(({ label }) => label)).toEqual(['通过', '退回']);
  expect((await bot.says('孙八', `退回 ${number} 缺附件`)).text).toContain('已退回');
  await bot.says('李四', `办结 ${number} 附件已补`);
  expect((await bot.says('孙八', `核实 ${number}`)).text).toContain('核验通过');
});
