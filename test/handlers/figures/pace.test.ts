import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';

test('completion against the schedule, from unrounded values', async () => {
  const bot = await aMonth();
  const { text } = await bot.says('张三', '进度');
  expect(text).toContain('序时进度 50.0%');
  expect(text).toContain('临洺关镇 | 80.0% | 超 30.0 个百分点');
  expect(text).toContain('城东街道 | 10.0% | 欠 40.0 个百分点');
  expect(text).toContain('发改局 | — | —');
});
