import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('records the note and renews the protection', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { last_progress_on: '2026-05-01' as never } });
  expect((await bot.says('张三', '进展 X1 今天对接了用地')).record).toBe('X1');
  const card = (await bot.says('张三', 'X1')).text;
  expect(card).toContain('6月10日 今天对接了用地');
  expect(card).toContain('首报保护：到 9月8日');
});

test('what it lacks is asked for, and the next text completes it', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '进展 X1')).text).toContain('还缺：进展内容');
  expect((await bot.says('张三', '对接了用地')).text).toContain('已记进展 X1');
});

test('a NUL in the text does no harm', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '进展 X1 甲\u0000乙')).text).toContain('甲乙');
});
