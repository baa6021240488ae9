import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';

test.each(['季榜', '红黄旗 二季度', '季榜 2026-Q2'])(
  '%s previews the flags of the quarter with their reasons',
  async (line) => {
    const bot = await aMonth();
    const { text } = await bot.says('张三', line);
    expect(text).toMatch(/【预览】.*2026年二季度红黄旗.*临洺关镇/s);
    expect(text).toContain('季度结束后第一个工作日 09:00 公布红旗');
  },
);

test('a quarter that has not begun has none', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '季榜 2026-Q4')).text).toContain('还没开始');
});

test('上季度 is the quarter before', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '季榜 上季度')).text).toContain('2026年一季度红黄旗');
});
