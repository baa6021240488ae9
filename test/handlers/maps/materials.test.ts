import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const guide = { name: '指南.pdf', mime: 'application/pdf', base64: Buffer.from('%PDF-1.4').toString('base64') };

describe('资料', () => {
  it('is handed over as its file or link, and counted', async () => {
    await bot.says('钱七', '资料 新增 投资指南', { files: [guide] });
    await bot.says('钱七', '资料 新增 宣传片 https://example.com/film');
    const given = await bot.says('张三', '资料 1');
    expect(given.reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
    expect(given.text).toContain('已取用 1 次');
    expect((await bot.says('赵六', '资料 宣传片')).text).toMatch(/https:\/\/example\.com\/film.*已取用 1 次/s);
    await bot.says('赵六', '资料 1');
    expect((await bot.says('孙八', '资料')).text).toMatch(/资料 2 份.*1 号 投资指南（取用 2 次）.*2 号 宣传片/s);
  });

  it('of the same title is brought up to date and keeps its count; off the shelf it is gone', async () => {
    await bot.says('钱七', '资料 新增 宣传片 https://example.com/film');
    await bot.says('张三', '资料 1');
    expect((await bot.says('钱七', '资料 新增 宣传片 https://example.com/new')).text).toMatch(
      /1 号 宣传片.*new.*已取用 1 次/s,
    );
    await bot.says('钱七', '资料 停用 1');
    expect((await bot.says('张三', '资料')).text).toContain('资料架是空的');
  });

  it.each([
    ['张三', '资料 新增 宣传片 https://example.com/film', '没有写入'],
    ['钱七', '资料 新增 宣传片', '附上文件或写链接'],
    ['张三', '资料 9', '没有 9 号资料'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
