import { expect, test } from 'vitest';
import { loadOrg } from '../../../src/services/org.service.ts';
import { recompute } from '../../../src/services/verify.service.ts';
import { button } from '../../support/bot.ts';
import { aMonth } from '../../support/month.ts';

test('a preview publishes nothing', async () => {
  const bot = await aMonth();
  const { text, buttons } = await bot.says('张三', '月报 6月 预览');
  expect(text).toContain('【预览】');
  expect(buttons.map((one) => one.label)).not.toContain('发布');
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('closings').selectAll().execute())).toEqual([]);
});

test('发布 closes the month once; what is verified later counts in the next; the figures recompute', async () => {
  const bot = await aMonth();
  const preview = await bot.says('钱七', '月报');
  expect((await bot.presses('钱七', button(preview, '发布'))).text).toContain('已结账并发布 2026年6月 月报');
  expect((await bot.says('钱七', '月报 发布')).text).toContain('已经发布过');
  await bot.says('张三', '到位 X1 500万 6月9日');
  expect((await bot.says('钱七', '核实 L3')).text).toContain('补报');
  const results = await bot.inOrg(async (tx) => recompute(tx, await loadOrg(tx)));
  expect(results).toMatchObject([{ kind: 'monthly', period: '2026-06', ok: true, says: '重算一致' }]);
  const published = await bot.says('张三', '月报');
  expect(published.text).not.toContain('预览');
  expect(published.text).toContain('.docx');
});

test('a member may not publish', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '月报 发布')).text).toContain('您的角色不能使用');
});
