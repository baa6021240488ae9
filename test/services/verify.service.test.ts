import { beforeEach, describe, expect, it } from 'vitest';
import { insertClosing } from '../../src/db/entry.repository.ts';
import { toJson } from '../../src/db/json-column.ts';
import { loadOrg } from '../../src/db/org.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { monthOf } from '../../src/domain/calendar/period.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import { buildBoard } from '../../src/services/board.service.ts';
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

  it('agrees after a step back, which takes the signing out of the open month as 补报; signed again it counts again', async () => {
    const july = async () =>
      bot.inOrg(async (tx) => (await buildBoard(tx, await loadOrg(tx), monthOf(date('2026-07-31')), bot.now())).model);
    bot.at('2026-07-02T10:00:00+08:00');
    await bot.says('钱七', '阶段 X1 在谈 合同解除');
    await bot.says('钱七二', '核实 X1');
    const board = await july();
    expect([board.totals.signedCount.now, board.totals.signedAmount.now]).toEqual(['1', '20000']);
    expect(board.late).toMatchObject({ signedCount: '-1' });
    expect((await bot.says('张三', '查 X1')).text).toContain('签约不再计数');
    expect(await results()).toMatchObject([{ ok: true }]);
    await bot.says('张三', '阶段 X1 签约 3亿 7月2日');
    await bot.says('钱七', '核实 X1');
    expect((await july()).totals.signedCount.now).toBe('2');
    expect((await july()).totals.signedAmount.now).toBe('50000');
  });

  it('agrees after roster, names, scheme, settings and owners have changed, also on the closing day itself', async () => {
    bot.at('2026-06-30T17:05:00+08:00');
    await bot.says('钱七', '移交 X1 城东街道');
    await bot.says('钱七', '设置 统计截止 25日');
    await bot.says('钱七', '设置 任务年度起始月 12');
    await bot.says('钱七', '设置 入账口径 核实日期');
    await bot.inOrg(async (tx) => {
      const units = tx.sql.updateTable('units');
      await units
        .set({ name: '城关镇', ends_on: date('2026-07-01') })
        .where('name', '=', '临洺关镇')
        .execute();
      await units.set({ assessed: false }).where('name', '=', '发改局').execute();
      await tx.sql.updateTable('projects').set({ name: '改了名的项目' }).where('id', '=', 1).execute();
      await tx.sql
        .updateTable('targets')
        .set({ annual: decimal('1') })
        .execute();
    });
    const scheme = {
      id: 'n',
      title: '新办法',
      items: [{ id: '签约', rule: { kind: 'given', value: 'signed_count' } }],
    };
    const base64 = Buffer.from(JSON.stringify(scheme)).toString('base64');
    await bot.says('钱七', '方案', { files: [{ name: 'a.json', mime: 'application/json', base64 }] });
    await bot.says('钱七', '方案 启用 综合榜 2026-07');
    expect(await results()).toMatchObject([{ ok: true, says: '重算一致' }]);
  });

  it('agrees when a project changes hands on the closing day, after the closing', async () => {
    bot = await aMonth();
    bot.at('2026-06-30T10:00:00+08:00');
    await bot.says('张三', '到位 X1 500万 6月30日');
    await bot.says('钱七', '核实 L3');
    await bot.inOrg(async (tx) =>
      publishMonth(tx, await loadOrg(tx), monthOf(date('2026-06-30')), CUT, async () => []),
    );
    bot.at('2026-06-30T17:05:00+08:00');
    expect((await bot.says('钱七', '移交 X1 城东街道')).text).toContain('城东街道');
    expect(await results()).toMatchObject([{ ok: true }]);
  });

  it('what was counted before the closing is not taken back after it', async () => {
    bot.at('2026-07-02T10:00:00+08:00');
    await bot.says('张三', '到位 X1 500万 7月1日');
    await bot.says('钱七', '核实 L3');
    await bot.inOrg((tx) => insertClosing(tx, '2026-07', bot.now(), bot.now()));
    expect((await bot.says('钱七', '撤销')).text).toContain('已经结账，不能撤销');
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
