import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('孙八', '分派 @李四 周五前 报送清单');
});

const taskRow = () => bot.inOrg((tx) => tx.sql.selectFrom('tasks').selectAll().executeTakeFirstOrThrow());

describe('延期', () => {
  it('is asked with a reason and told to the dispatcher; the due day stands until then', async () => {
    expect((await bot.says('李四', '延期 R1 6月19日 等省厅批复')).text).toContain('已申请延期到 6月19日');
    expect(await taskRow()).toMatchObject({ due_on: '2026-06-12', extension_to: '2026-06-19' });
    expect((await toldTo(bot, '孙八')).at(-1)).toContain('李四申请延期到 6月19日');
  });

  it('offers days to come when none is given', async () => {
    const { buttons } = await bot.says('李四', '延期 R1', { chat: '私聊' });
    expect(buttons.map(({ label }) => label)).toEqual(['明天', '周五前', '月底前']);
  });

  it.each([
    ['同意', '2026-06-19', 'R1 延期已同意'],
    ['不同意', '2026-06-12', 'R1 延期未同意，仍按原期限'],
  ])('%s by a press gives the due day %s', async (label, dueOn, told) => {
    await bot.says('李四', '延期 R1 6月19日 等省厅批复');
    await bot.presses('孙八', await buttonTold(bot, '孙八', label));
    expect(await taskRow()).toMatchObject({ due_on: dueOn, extension_to: null });
    expect(await toldTo(bot, '李四')).toContain(told);
  });

  it.each([
    ['李四', '延期 R1 6月19日', '要说明理由'],
    ['李四', '延期 R1 6月11日 来不及', '要写更晚的日期'],
    ['赵六', '延期 R1 6月19日 来不及', '不是派给您的'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect((await taskRow()).extension_to).toBeNull();
  });
});
