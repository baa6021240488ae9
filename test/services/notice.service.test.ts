import { beforeEach, describe, expect, it } from 'vitest';
import { notifyChat, notifyPeople } from '../../src/services/notice.service.ts';
import { type TestBot, testBot } from '../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const notice = (title: string, dedupeKey = title) => ({
  class: 'notice' as const,
  dedupeKey,
  reply: { title },
  now: new Date('2026-06-10T10:00:00+08:00'),
});
const outbox = (of = bot) =>
  of.inOrg((tx) => tx.sql.selectFrom('outbox').selectAll().where('org_id', '=', of.orgId).orderBy('id').execute());

describe('telling people', () => {
  it('puts one message into each one’s own chat, once for a key', async () => {
    const [a = 0, b = 0] = [bot.people.张三, bot.people.李四];
    expect(await bot.inOrg((tx) => notifyPeople(tx, [a, b, a], notice('一')))).toEqual([]);
    await bot.inOrg((tx) => notifyPeople(tx, [b], notice('二', '一')));
    const rows = await outbox();
    expect(rows.map((row) => [row.chat_external_id, row.chat_kind, (row.body as { title: string }).title])).toEqual([
      [String(a), 'direct', '一'],
      [String(b), 'direct', '一'],
    ]);
  });

  it('gives back whom it cannot reach', async () => {
    await bot.inOrg((tx) =>
      tx.sql
        .deleteFrom('identities')
        .where('person_id', '=', bot.people.李四 ?? 0)
        .execute(),
    );
    const people = [bot.people.张三 ?? 0, bot.people.李四 ?? 0];
    expect(await bot.inOrg((tx) => notifyPeople(tx, people, notice('一')))).toEqual([bot.people.李四]);
    expect(await outbox()).toHaveLength(1);
  });

  it('carries its class, lateness and the hour before which it waits', async () => {
    const notBefore = new Date('2026-06-11T07:30:00+08:00');
    await bot.inOrg((tx) =>
      notifyPeople(tx, [bot.people.张三 ?? 0], { ...notice('一'), class: 'escalation', late: true, notBefore }),
    );
    expect((await outbox())[0]).toMatchObject({
      class: 'escalation',
      late: true,
      not_before: notBefore,
      state: 'pending',
    });
  });
});

describe('telling a chat', () => {
  it('gives the message’s id, and null when it was told before', async () => {
    const tell = (key: string) => bot.inOrg((tx) => notifyChat(tx, bot.groupId, notice('周报', key)));
    const id = await tell('w24');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await tell('w24')).toBeNull();
    expect(await tell('w25')).not.toBeNull();
    expect((await outbox()).map((row) => [row.chat_external_id, row.chat_kind])).toEqual([
      ['group', 'group'],
      ['group', 'group'],
    ]);
  });

  it('knows no chat that is not there, and shares no key with another org', async () => {
    const other = await testBot();
    expect(await other.inOrg((tx) => notifyChat(tx, bot.groupId + 1000, notice('周报')))).toBeNull();
    await bot.inOrg((tx) => notifyChat(tx, bot.groupId, notice('周报')));
    await other.inOrg((tx) => notifyChat(tx, other.groupId, notice('周报')));
    expect([(await outbox()).length, (await outbox(other)).length]).toEqual([1, 1]);
  });

  it('is undone with the transaction it was told in', async () => {
    const failing = bot.inOrg(async (tx) => {
      await notifyChat(tx, bot.groupId, notice('周报'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await outbox()).toEqual([]);
  });
});
