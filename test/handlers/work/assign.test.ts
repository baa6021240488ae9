import { beforeEach, describe, expect, it } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

describe('分派', () => {
  it('gives a task to a person, who is told with a button to sign', async () => {
    const { text, record } = await bot.says('钱七', '分派 @李四 周五前 报送用地方案');
    expect(record).toBe('R1');
    expect(text).toContain('已分派 R1');
    expect(text).toContain('报送用地方案');
    expect(text).toContain('6月12日（周五）');
    expect(await toldTo(bot, '李四')).toEqual(['新任务 R1，请签收']);
  });

  it("a unit's task reaches its liaison and its head, not its members", async () => {
    await bot.says('孙八', '交办 临洺关镇 三天内 拿出征地方案');
    expect(await toldTo(bot, '李四')).toHaveLength(1);
    expect(await toldTo(bot, '王五')).toHaveLength(1);
    expect(await toldTo(bot, '张三')).toEqual([]);
  });

  it('makes one task for each of several assignees', async () => {
    const { text } = await bot.says('钱七', '分派 @李四 @赵六 周五前 报送清单');
    expect(text).toContain('已分派 R1、R2');
  });

  it('does not take the end of a name for a month', async () => {
    expect((await bot.says('钱七', '分派 @李四 月底前 报送清单')).text).toContain('6月30日');
  });

  it('keeps a due time and urgency apart from the matter', async () => {
    const { text } = await bot.says('钱七', '分派 @李四 周五17点前 紧急 报送清单');
    expect(text).toContain('6月12日（周五）17:00前');
    expect(text).toContain('事项：报送清单');
    expect(await toldTo(bot, '李四')).toEqual(['【紧急】新任务 R1，请签收']);
  });

  it('asks for the due day and writes nothing until it comes', async () => {
    const asked = await bot.says('钱七', '分派 @李四 报送清单', { chat: '私聊' });
    expect(asked.text).toContain('还缺：期限');
    expect(await toldTo(bot, '李四')).toEqual([]);
    expect((await bot.says('钱七', '周五前', { chat: '私聊' })).text).toContain('已分派 R1');
  });

  it.each([
    ['张三', '分派 @李四 周五前 报送清单', '不能使用'],
    ['王五', '分派 @赵六 周五前 报送清单', '不是您单位的'],
    ['钱七', '分派 @李四 2026年6月1日 报送清单', '已经过去'],
    ['钱七', '分派 @李四 2150年1月1日 报送清单', '太远'],
    ['钱七', '分派 @李四 周五前 报送清单 X999', '没有找到项目'],
    ['钱七', '分派 @李四 2月30日 报送清单', '没有“2月30日”这一天'],
  ])('%s: %s is refused: %s', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
    expect(await toldTo(bot, '李四')).toEqual([]);
  });

  it('lets a head give tasks inside the own unit', async () => {
    expect((await bot.says('王五', '分派 @张三 周五前 报送清单')).text).toContain('已分派 R1');
  });

  it('can be called back by who gave it, and nobody can work on it then', async () => {
    const given = await bot.says('钱七', '分派 @李四 周五前 报送清单');
    expect((await bot.presses('赵六', button(given, '撤回任务'))).text).toContain('不能使用');
    expect((await bot.presses('孙八', button(given, '撤回任务'))).text).toContain('不是您交办的');
    expect((await bot.presses('钱七', button(given, '撤回任务'))).text).toContain('R1 已撤回');
    expect(await toldTo(bot, '李四')).toContain('R1 已撤回，不用再办');
    expect((await bot.says('李四', '签收 R1')).text).toContain('已撤销，不用再办');
  });

  it('is taken back by 撤销 while nobody has signed, and not after', async () => {
    await bot.says('钱七', '分派 @李四 周五前 报送清单');
    expect((await bot.says('钱七', '撤销')).text).toContain('已撤销');
    expect((await bot.says('李四', '签收 R1')).text).toContain('没有这个编号的任务');
    await bot.says('钱七', '分派 @李四 周五前 报送清单');
    await bot.says('李四', '签收 R2');
    expect((await bot.says('钱七', '撤销')).text).toContain('不能撤销');
  });
});
