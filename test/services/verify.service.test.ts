import { beforeEach, describe, expect, it } from 'vitest';
import { toJson } from '../../src/db/json-column.ts';
import { loadOrg } from '../../src/db/org.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { monthOf } from '../../src/domain/calendar/period.ts';
import { publishMonth } from '../../src/services/publish.service.ts';
import { keep } from '../../src/services/report.service.ts';
import { recompute } from '../../src/services/verify.service.ts';
import type { TestBot } from '../support/bot.ts';
import { aDigest } from '../support/digest.ts';
import { aMove } from '../support/measured.ts';
import { aMonth } from '../support/month.ts';

const CUT = new Date('2026-06-30T17:00:00+08:00');
let bot: TestBot;
const results = () => bot.inOrg(async (tx) => recompute(tx, await loadOrg(tx)));

beforeEach(async () => {
  bot = await aMonth();
  await bot.inOrg(async (tx) => publishMonth(tx, await loadOrg(tx), monthOf(date('2026-06-30')), CUT, async () => []));
});

describe('recomputing what was published', () => {
  it('agrees digit for digit, also after later work', async () => {
    bot.at('2026-07-02T10:00:00+08:00');
    await bot.says('张三', '到位 X1 500万 7月1日');
    await bot.says('钱七', '核实 L3');
    await bot.says('钱七', '分派 @李四 7月9日 报送清单');
    expect(await results()).toMatchObject([{ kind: 'monthly', period: '2026-06', ok: true, says: '重算一致' }]);
  });

  it('finds a record that was changed behind the product’s back', async () => {
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('entries')
        .set({ amount: '8001' as never })
        .where('id', '=', 1)
        .execute(),
    );
    expect(await results()).toMatchObject([{ ok: false, says: '台账记录与发布时的数字不一致' }]);
  });

  it('finds a move slipped in with an old date', async () => {
    await aMove(bot, 2, { stage: '开工', on: '2026-06-12', unit: '城东街道' });
    expect(await results()).toMatchObject([{ ok: false }]);
  });

  it('checks other reports against their hash, and finds a changed one', async () => {
    const keepDigest = bot.inOrg((tx) =>
      keep(tx, 'weekly', aDigest(), { inputs: null, schemeId: null, cutOff: CUT }, []),
    );
    expect((await keepDigest).report.kind).toBe('weekly');
    expect((await results())[1]).toMatchObject({ kind: 'weekly', ok: true, says: '内容与校验码相符' });
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('reports')
        .set({ model: toJson({ ...aDigest(), silent: [] }) })
        .where('kind', '=', 'weekly')
        .execute(),
    );
    expect((await results())[1]).toMatchObject({ kind: 'weekly', ok: false, says: '保存的内容与校验码不符' });
  });
});
