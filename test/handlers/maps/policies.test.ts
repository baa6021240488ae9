import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const ADD =
  '政策 新增 设备投资补助 支持 按设备投资额补助，最高500万元 产业 装备 门槛 1亿 依据 云政发〔2026〕5号 有效期 2027年12月31日';
const paper = { name: '政策.pdf', mime: 'application/pdf', base64: Buffer.from('%PDF-1.4').toString('base64') };

describe('政策', () => {
  it('is filed with what it gives, for whom, where it is written and the document, and found again', async () => {
    const { text } = await bot.says('钱七', ADD, { files: [paper] });
    expect(text).toMatch(
      /已登记政策：1 号 设备投资补助.*类型：资金.*最高500万元.*装备；总投资 1亿元以上.*云政发〔2026〕5号.*2027年12月31日/s,
    );
    expect((await bot.says('张三', '政策 装备')).text).toContain('装备政策 1 条');
    expect((await bot.says('张三', '政策 食品')).text).toContain('没有登记的政策');
    expect((await bot.says('张三', '政策 1')).reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
    expect((await bot.says('钱七', ADD)).text).toContain('没有重复写入');
  });

  it('that gives back taxes is pointed at the fair-competition review', async () => {
    expect((await bot.says('钱七', '政策 新增 税收奖励 支持 前三年税收全额返还')).text).toContain('公平竞争审查');
  });

  it('is taken off the list, and that is taken back', async () => {
    await bot.says('钱七', ADD);
    await bot.says('钱七', '政策 停用 1');
    expect((await bot.says('张三', '政策')).text).toContain('没有登记');
    await bot.says('钱七', '撤销');
    expect((await bot.says('张三', '政策')).text).toContain('政策 1 条');
  });

  it.each([
    ['张三', ADD, '没有写入'],
    ['钱七', '政策 新增 设备投资补助', '没看出政策的名称和内容'],
    ['钱七', '政策 9', '没有 9 号政策'],
    ['钱七', '政策 停用', '没有'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
