import { expect, test } from 'vitest';
import { loadOrg } from '../../../src/db/org.repository.ts';
import { recompute } from '../../../src/services/verify.service.ts';
import { button, type TestBot } from '../../support/bot.ts';
import { aMonth } from '../../support/month.ts';

/** June is published with 1000万 for 城东街道 of which 900 were too much: reversed and entered again in July. */
async function wrong(): Promise<TestBot> {
  const bot = await aMonth();
  await bot.inOrg((tx) =>
    tx.sql
      .updateTable('chats')
      .set({ subscriptions: ['月报'] })
      .execute(),
  );
  await bot.says('钱七', '月报 发布');
  bot.at('2026-07-02T10:00:00+08:00');
  await bot.says('钱七', '冲销 L2 多计');
  await bot.says('赵六', '到位 X2 100万 6月8日');
  const verified = await bot.says('钱七', '核实 L4');
  expect(verified.text).toContain('补报');
  return bot;
}

test('a correction is previewed, names what changed, keeps the first edition, and both recompute', async () => {
  const bot = await wrong();
  expect((await bot.says('钱七', '更正月报 6月')).text).toContain('更正要写原因');
  const preview = await bot.says('钱七', '更正月报 6月 城东街道到位资金多计900万');
  expect(preview.text).toContain('【预览】更正 2026年6月月报');
  expect(preview.text).toContain('城东街道 到位资金：1000万元 → 100万元');
  expect((await bot.says('张三', '月报 6月')).text).toContain('城东街道【红旗】 | 31.67');
  const done = await bot.presses('钱七', button(preview, '发布更正'));
  expect(done.text).toContain('已更正 2026年6月月报（第 2 版）');
  expect(done.text).toContain('发到 1 个群');
  expect((await bot.says('张三', '月报 6月')).text).toContain('城东街道【红旗】 | 29.42');
  const kept = await bot.inOrg((tx) =>
    tx.sql.selectFrom('reports').select(['edition', 'correction', 'corrects_id']).orderBy('edition').execute(),
  );
  expect(kept).toMatchObject([
    { edition: 1, correction: null, corrects_id: null },
    { edition: 2, correction: '城东街道到位资金多计900万', corrects_id: 1 },
  ]);
  const results = await bot.inOrg(async (tx) => recompute(tx, await loadOrg(tx)));
  expect(results.map(({ ok, says }) => [ok, says])).toEqual([
    [true, '重算一致'],
    [true, '重算一致'],
  ]);
  const sent = await bot.inOrg((tx) =>
    tx.sql.selectFrom('outbox').select('body').where('org_id', '=', bot.orgId).execute(),
  );
  expect(JSON.stringify(sent)).toContain('更正：2026年6月月报（第 2 版）');
});

test('a preview writes nothing, and nothing is corrected where nothing changed or was published', async () => {
  const bot = await wrong();
  await bot.says('钱七', '更正月报 6月 多计');
  const late = () =>
    bot.inOrg((tx) =>
      tx.sql.selectFrom('entries').select('booked_on').where('late', '=', true).orderBy('id').execute(),
    );
  expect(await late()).toEqual([{ booked_on: '2026-07-01' }, { booked_on: '2026-07-01' }]);
  const preview = await bot.says('钱七', '更正月报 6月 多计');
  await bot.presses('钱七', button(preview, '发布更正'));
  expect((await bot.says('钱七', '更正月报 6月 再来')).text).toContain('重算后没有变化');
  expect((await bot.says('钱七', '更正月报 7月 多计')).text).toContain('还没有发布');
  expect((await bot.says('张三', '更正月报 6月 多计')).text).toContain('您的角色不能使用');
});
