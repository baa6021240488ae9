import { describe, expect, it } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';

describe('表扬', () => {
  it('calls the praised by name, tells them and their heads once, and is counted for the month', async () => {
    const bot = await testBot();
    const { reply, text } = await bot.says('孙八', '表扬 @李四、张三 提前五天办完用地手续');
    expect(text).toContain('表扬李四、张三：提前五天办完用地手续');
    expect(reply.mentions?.map(({ name }) => name)).toEqual(['李四', '张三']);
    expect(await toldTo(bot, '李四')).toEqual(['👍 孙八表扬了李四：提前五天办完用地手续']);
    expect((await bot.says('孙八', '表扬 李四 提前五天办完用地手续')).text).toContain('没有重复写入');
    await bot.says('钱七', '表扬 临洺关镇 连续三个月第一');
    await bot.says('钱七', '表扬 李四 材料最全');
    const month = (await bot.says('张三', '表扬')).text;
    expect(month).toContain('表扬 4 次，3 个人和单位');
    expect(month).toContain('李四（临洺关镇） 2 次');
    expect(month.indexOf('李四（临洺关镇） 2 次')).toBeLessThan(month.indexOf('张三（临洺关镇） 1 次'));
    expect((await bot.says('张三', '表扬 5月')).text).toContain('还没有表扬');
    expect((await bot.says('钱七', '撤销')).text).toContain('撤销');
    expect((await bot.says('张三', '表扬')).text).toContain('表扬 3 次');
  });

  it.each([
    ['张三', '表扬 李四 提前五天办完', '不'],
    ['钱七', '表扬 钱七 今天很努力', '不能表扬自己'],
    ['钱七', '表扬 李四', '没有写做了什么'],
    ['钱七', '表扬 大家都很努力', '没看出表扬谁'],
    ['钱七', '表扬 @无名氏 提前五天办完', '无名氏'],
  ])('%s: %s is refused', async (who, line, words) => {
    const bot = await testBot();
    const { reply, text } = await bot.says(who, line);
    expect([reply.tone, text]).toEqual(['refused', expect.stringContaining(words)]);
    expect((await bot.says('张三', '表扬')).text).toContain('还没有表扬');
  });
});
