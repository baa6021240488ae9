import { expect, test } from 'vitest';
import { putBelow } from '../../../src/services/org.service.ts';
import { testBot } from '../../support/bot.ts';
import { testDatabase } from '../../support/database.ts';
import { aMonth } from '../../support/month.ts';

test('a city sees what its counties have published, and nothing before; a county sees nobody', async () => {
  const { db } = await testDatabase();
  const city = await testBot();
  const county = await aMonth();
  const quiet = await testBot();
  expect((await city.says('孙八', '下级')).text).toContain('没有下级地区');
  await db.updateTable('orgs').set({ parent_id: city.orgId }).where('id', 'in', [county.orgId, quiet.orgId]).execute();
  expect((await city.says('孙八', '下级')).text).toContain('下级地区 2 个，已发布月报 0 个');
  await county.says('钱七', '月报 发布');
  const { text } = await city.says('孙八', '下级');
  expect(text).toContain('已发布月报 1 个');
  expect(text).toMatch(/到位资金.*2026年6月|2026年.*6月.*到位资金/s);
  expect((await city.says('孙八', '台账')).text).not.toContain('X1 ');
  expect((await county.says('孙八', '下级')).text).toContain('没有下级地区');
});

test('a place is put below another by name, never in a circle', async () => {
  const { db } = await testDatabase();
  const bots = [await testBot(), await testBot()] as const;
  const names = await Promise.all(
    bots.map(
      async ({ orgId }) =>
        (await db.selectFrom('orgs').select('name').where('id', '=', orgId).executeTakeFirstOrThrow()).name,
    ),
  );
  const [city = '', county = ''] = names;
  expect(await putBelow(db, county, city)).toBe(true);
  expect(await putBelow(db, city, county)).toBe(false);
  expect(await putBelow(db, city, city)).toBe(false);
  expect(await putBelow(db, county, '没有的市')).toBe(false);
  expect((await bots[0].says('孙八', '下级')).text).toContain('下级地区 1 个');
  expect(await putBelow(db, county, null)).toBe(true);
  expect((await bots[0].says('孙八', '下级')).text).toContain('没有下级地区');
});
