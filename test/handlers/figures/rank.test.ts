import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';

test('shows the board as it stands, with its picture', async () => {
  const bot = await aMonth();
  const { text, reply } = await bot.says('张三', '排行');
  expect(text).toContain('1 – | 临洺关镇【红旗】');
  expect(text).toContain('12.00/1个 | 0.80 | 80.0%');
  const picture = reply.parts?.find((part) => part.type === 'picture');
  expect(picture).toMatchObject({ file: { mime: 'image/png' }, alt: expect.stringContaining('第1临洺关镇') });
  expect(picture?.type === 'picture' ? picture.file.size : 0).toBeLessThan(300_000);
});

test('a group narrows it, a quarter widens it', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '排行 部门组')).text).not.toContain('临洺关镇【');
  expect((await bot.says('张三', '排行 二季度')).text).toContain('2026年二季度');
});
