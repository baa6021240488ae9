import { expect, it } from 'vitest';
import { isLinkOpen } from '../../../src/services/session.service.ts';
import { testBot } from '../../support/bot.ts';
import { testDatabase } from '../../support/database.ts';

it('登录 gives a private link that is good for five minutes and kept as a hash only', async () => {
  const bot = await testBot();
  const { reply, buttons } = await bot.says('张三', '登录');
  expect(reply.private).toBe(true);
  const token = buttons[0]?.url?.split('/').at(-1) ?? '';
  expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
  const { db } = await testDatabase();
  expect(await isLinkOpen(db, token, bot.now())).toBe(true);
  expect(await isLinkOpen(db, token, new Date(bot.now().getTime() + 5 * 60_000 + 1))).toBe(false);
  const rows = await db.selectFrom('login_links').selectAll().where('org_id', '=', bot.orgId).execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await bot.says('路人', '登录')).text).toContain('还不认识您');
});
