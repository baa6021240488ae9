import { expect, test } from 'vitest';
import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { instantAt } from '../../src/domain/calendar/date.ts';
import { dayPeriod } from '../../src/domain/calendar/period.ts';
import { definePost, type Post } from '../../src/queue/define.ts';
import { tick } from '../../src/queue/tick.ts';
import { clone } from '../support/database.ts';

const daily = (report: string, run?: Post['run']): Post =>
  definePost({
    name: '测试',
    report,
    due: (day) => [{ period: dayPeriod(day), at: instantAt(day, '08:30', 'Asia/Shanghai') }],
    run:
      run ??
      (async ({ chats, due }) =>
        chats.map((chat) => ({ to: { chatId: chat.id }, reply: { title: `${report} ${due.period.key}` } }))),
  });

/** A database of its own: a tick goes over every org there is. */
async function county() {
  const { db, close } = openDatabase({ url: await clone(), role: APP_ROLE, maxConnections: 6 });
  const orgId = await insertOrg(db, { name: '测试县' });
  await inOrg(db, orgId, (tx) =>
    insertChat(tx, {
      platform: 'memory',
      workspace: 'm',
      externalId: 'g',
      kind: 'group',
      name: '群',
      subscriptions: ['测试'],
    }),
  );
  const sent = async () =>
    (await db.selectFrom('outbox').select(['body', 'late']).orderBy('id').execute()).map((row) => ({
      title: (row.body as { title: string }).title,
      late: row.late,
    }));
  const at = (text: string) => new Date(`${text}+08:00`);
  await tick(db, { posts: [], jobs: [] }, at('2026-06-09T12:00'));
  return { db, sent, at, close };
}

test('three workers at one instant post once', async () => {
  const { db, sent, at, close } = await county();
  const book = { posts: [daily('once')], jobs: [] };
  await Promise.all([1, 2, 3].map(() => tick(db, book, at('2026-06-10T08:31'))));
  await tick(db, book, at('2026-06-10T08:32'));
  expect(await sent()).toEqual([{ title: 'once 2026-06-10', late: false }]);
  await close();
});

test('downtime is caught up once and marked; what is older than three days is only listed', async () => {
  const { db, sent, at, close } = await county();
  await tick(db, { posts: [daily('late')], jobs: [] }, at('2026-06-15T12:00'));
  expect(await sent()).toEqual(
    ['2026-06-13', '2026-06-14', '2026-06-15'].map((day) => ({ title: `【补发】late ${day}`, late: true })),
  );
  const ledger = await db
    .selectFrom('post_ledger')
    .select(['period', 'state'])
    .where('chat_id', '=', 0)
    .orderBy('period')
    .execute();
  expect(ledger.map((line) => line.state)).toEqual(
    ['listed', 'listed', 'listed', 'posted', 'posted', 'posted'].slice(6 - ledger.length),
  );
  await close();
});

test('a post that fails is asked again and holds nobody else up', async () => {
  const { db, sent, at, close } = await county();
  let broken = true;
  const moody = daily('moody', async ({ chats }) => {
    if (broken) throw new Error('not yet');
    return chats.map((chat) => ({ to: { chatId: chat.id }, reply: { title: 'moody' } }));
  });
  const failures: string[] = [];
  const book = { posts: [moody, daily('steady')], jobs: [] };
  await tick(db, book, at('2026-06-10T08:31'), { failed: (_, what) => failures.push(what) });
  expect(failures).toEqual(['测试县 moody']);
  broken = false;
  await tick(db, book, at('2026-06-10T08:32'));
  expect((await sent()).map((one) => one.title).sort()).toEqual(['moody', 'steady 2026-06-10']);
  await close();
});

test('after a long silence of ours each active chat is told once from when to when; a short one is not mentioned', async () => {
  const { db, sent, at, close } = await county();
  const orgId = (await db.selectFrom('orgs').select('id').executeTakeFirstOrThrow()).id;
  const speak = (platform: string, chat: string, when: string) =>
    db
      .insertInto('inbox')
      .values({
        platform,
        workspace: 'w',
        source: 'message',
        key: `${platform}${chat}${when}`,
        org_id: orgId,
        payload_hash: '',
        payload: JSON.stringify({ chat: { externalId: chat, kind: 'group' } }),
        received_at: at(when),
      })
      .execute();
  await speak('slack', 'C1', '2026-06-09T12:01');
  await speak('slack', 'C1', '2026-06-09T12:02');
  await speak('slack', 'C2', '2026-06-08T11:00');
  await speak('web', 'main', '2026-06-09T12:01');
  const book = { posts: [], jobs: [] };
  await tick(db, book, at('2026-06-09T12:03'));
  await tick(db, book, at('2026-06-09T12:12'));
  expect(await sent()).toEqual([]);
  await Promise.all([1, 2].map(() => tick(db, book, at('2026-06-09T13:40'))));
  await tick(db, book, at('2026-06-09T13:41'));
  expect(await sent()).toEqual([{ title: '小招刚恢复：6月9日 12:12 到 6月9日 13:40 停机', late: false }]);
  expect(
    (await db.selectFrom('outbox').select('chat_external_id').execute()).map((row) => row.chat_external_id),
  ).toEqual(['C1']);
  await close();
});
