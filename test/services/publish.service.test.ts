import { describe, expect, it } from 'vitest';
import { loadOrg } from '../../src/db/org.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { type Period, parsePeriod } from '../../src/domain/calendar/period.ts';
import { monthBoard, publishEarly, publishFlags, publishMonth } from '../../src/services/publish.service.ts';
import type { TestBot } from '../support/bot.ts';
import { anEntry } from '../support/measured.ts';
import { aMonth } from '../support/month.ts';
import { toldTo } from '../support/outbox.ts';

const period = (key: string): Period => {
  const found = parsePeriod(key);
  if (!found) throw new Error(key);
  return found;
};
const NOW = new Date('2026-06-25T10:00:00+08:00');
const draw = async () => [{ name: '榜.txt', mime: 'text/plain', bytes: Buffer.from('榜') }];
const early = (bot: TestBot, key: string) =>
  bot.inOrg(async (tx) =>
    publishEarly(tx, await loadOrg(tx), period(key), NOW, draw, () => ({ title: `月报 ${key}` })),
  );
const subscribe = (bot: TestBot) =>
  bot.inOrg((tx) =>
    tx.sql
      .updateTable('chats')
      .set({ subscriptions: ['月报'] })
      .where('id', '=', bot.groupId)
      .execute(),
  );

describe('publishing a month early', () => {
  it('closes it, keeps board and files, and posts once to each group that asked', async () => {
    const bot = await aMonth();
    await subscribe(bot);
    const { published, chats } = await early(bot, '2026-06');
    expect(chats).toBe(1);
    expect(published.files).toMatchObject([{ name: '榜.txt', size: 3 }]);
    expect(await toldTo(bot, 'group')).toEqual(['月报 2026-06']);
    await expect(early(bot, '2026-06')).rejects.toMatchObject({ code: 'report.published' });
    expect(await toldTo(bot, 'group')).toEqual(['月报 2026-06']);
    const ledger = await bot.inOrg((tx) =>
      tx.sql
        .selectFrom('post_ledger')
        .select(['report', 'period', 'chat_id'])
        .where('org_id', '=', tx.orgId)
        .orderBy('chat_id')
        .execute(),
    );
    expect(ledger).toEqual([
      { report: 'monthly', period: '2026-06', chat_id: 0 },
      { report: 'monthly', period: '2026-06', chat_id: bot.groupId },
    ]);
  });

  it('is refused for a month that has not begun', async () => {
    const bot = await aMonth();
    await expect(early(bot, '2026-07')).rejects.toMatchObject({ code: 'report.future' });
    expect(await bot.inOrg((tx) => tx.sql.selectFrom('closings').selectAll().execute())).toEqual([]);
  });
});

describe('a published month', () => {
  it('stays as it was published, whatever is entered later', async () => {
    const bot = await aMonth();
    const publish = (at: string) =>
      bot.inOrg(async (tx) => publishMonth(tx, await loadOrg(tx), period('2026-06'), new Date(at), draw));
    const first = await publish('2026-06-30T17:00:00+08:00');
    await anEntry(bot, 1, { kind: 'funds', amount: '777', on: '2026-06-09' });
    const again = await publish('2026-07-01T17:00:00+08:00');
    expect([again.report.id, again.report.hash]).toEqual([first.report.id, first.report.hash]);
    const shown = await bot.inOrg(async (tx) => monthBoard(tx, await loadOrg(tx), period('2026-06'), NOW));
    expect([shown.published, shown.model.totals.funds.now]).toEqual([true, '9000']);
  });

  it('is shown as it stands before that, without files', async () => {
    const bot = await aMonth();
    const shown = await bot.inOrg(async (tx) => monthBoard(tx, await loadOrg(tx), period('2026-06'), NOW));
    expect([shown.published, shown.files]).toEqual([false, []]);
  });
});

describe('the flags of a quarter', () => {
  it('are given with their reasons, once', async () => {
    const bot = await aMonth();
    const flags = () =>
      bot.inOrg(async (tx) =>
        publishFlags(tx, await loadOrg(tx), period('2026-Q2'), new Date('2026-07-01T09:00:00+08:00')),
      );
    const model = await flags();
    expect(model.title).toBe('2026年二季度红黄旗');
    const town = model.groups.find(({ name }) => name === '乡镇组');
    expect(town?.red.map(({ unit, rank, why }) => `${rank} ${unit} ${why}`)).toEqual([
      '1 临洺关镇 签约金额 25.00/25，签约项目数 25.00/25',
      '2 城东街道 签约项目数 25.00/25，签约金额 4.17/25',
    ]);
    expect(town?.yellow).toEqual([]);
    await anEntry(bot, 2, { kind: 'funds', amount: '90000', on: '2026-06-09', unit: '城东街道' });
    expect(await flags()).toEqual(JSON.parse(JSON.stringify(model)));
    expect(date('2026-07-01') > period('2026-Q2').to).toBe(true);
  });
});
