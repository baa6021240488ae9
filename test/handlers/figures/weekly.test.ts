import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';

test('previews what the week has brought so far', async () => {
  const bot = await aMonth();
  bot.at('2026-06-11T10:00:00+08:00');
  const { text } = await bot.says('钱七', '周报 预览');
  expect(text).toContain('【预览】');
  expect(text).toContain('到位资金 9000万元');
  expect(text).toContain('新签约 2 个、14亿元');
  expect(text).toContain('本周没有动静：经济开发区、发改局、投促中心');
});
