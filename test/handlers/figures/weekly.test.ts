import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';
import { toldTo } from '../../support/outbox.ts';

test('previews what the week has brought so far', async () => {
  const bot = await aMonth();
  bot.at('2026-06-11T10:00:00+08:00');
  const { text } = await bot.says('钱七', '周报 预览');
  expect(text).toContain('【预览】');
  expect(text).toContain('到位资金 9000万元');
  expect(text).toContain('新签约 2 个、14亿元');
  expect(text).toContain('本周没有动静：经济开发区、发改局、投促中心');
});

test('staff post it early, once, and the next one begins there', async () => {
  const bot = await aMonth();
  bot.at('2026-06-11T10:00:00+08:00');
  await bot.says('钱七', '订阅 周报');
  expect((await bot.says('张三', '周报 发布')).text).toContain('不能使用');
  const preview = await bot.says('钱七', '周报');
  const posted = await bot.presses(
    '钱七',
    preview.buttons.find(({ label }) => label === '发布'),
  );
  expect(posted.text).toContain('已发布本周周报，发到 1 个群');
  expect(await toldTo(bot, 'group')).toEqual([expect.stringContaining('招商引资周报（第24周）')]);
  expect((await bot.says('钱七二', '周报 发布')).text).toContain('已经发布过');
  expect((await bot.says('张三', '周报')).text).not.toContain('【预览】');
  bot.at('2026-06-15T10:00:00+08:00');
  expect((await bot.says('张三', '周报')).text).toContain('6月11日 10:00—6月15日 10:00');
  expect((await bot.says('张三', '周报 上周')).text).toContain('第24周');
  expect((await bot.says('张三', '周报 第3周')).text).toContain('没有 2026-W03 的周报');
});
