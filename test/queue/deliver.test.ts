import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { insertRecord } from '../../src/db/change.ts';
import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { circuitsOf } from '../../src/queue/circuit.ts';
import { type Carrier, deliver } from '../../src/queue/deliver.ts';
import type { Outgoing } from '../../src/rendering/outgoing.ts';
import { listChats, setWebhook } from '../../src/services/chat.service.ts';
import { notifyChat } from '../../src/services/notice.service.ts';
import { clone } from '../support/database.ts';

const quiet = { warn: () => undefined, error: () => undefined };
const failure = (kind: string, retryAfterMs = 0) => Object.assign(new Error(kind), { kind, retryAfterMs });

async function chat(send: (parcel: Outgoing) => Promise<void>, extra: Partial<Carrier> = {}) {
  const { db, close } = openDatabase({ url: await clone(), role: APP_ROLE, maxConnections: 6 });
  const orgId = await insertOrg(db, { name: '测试县' });
  const chatId = await inOrg(db, orgId, (tx) =>
    insertChat(tx, { platform: 'fake', workspace: 'w', externalId: 'g', kind: 'group', name: '群' }),
  );
  const put = (title: string, kind: 'post' | 'notice' | 'escalation' = 'post') =>
    inOrg(db, orgId, (tx) =>
      notifyChat(tx, chatId, { class: kind, dedupeKey: title, reply: { title }, now: new Date() }),
    );
  const carrier: Carrier = {
    name: 'fake',
    send: async (parcel) => {
      await send(parcel);
      return { reference: parcel.id };
    },
    ...extra,
  };
  const run = (owner = 'me', circuits = circuitsOf()) =>
    deliver({ db, carriers: [carrier], owner, seal: (reply) => reply as never, log: quiet, circuits });
  const states = async () =>
    (await db.selectFrom('outbox').select('state').orderBy('id').execute()).map((row) => row.state);
  return { db, orgId, put, run, states, close };
}

test('messages of one chat go one after the other, in order, once, by however many workers', async () => {
  const seen: string[] = [];
  const { put, run, states, close } = await chat(async ({ reply }) => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    seen.push(reply.title);
  });
  for (let made = 0; made < 12; made += 1) await put(`第${made}`);
  await Promise.all([run('a'), run('b'), run('c')]);
  await run('a');
  expect(seen).toEqual(Array.from({ length: 12 }, (_, made) => `第${made}`));
  expect(new Set(await states())).toEqual(new Set(['sent']));
  await close();
});

test('tells how many went, not how many were tried', async () => {
  const { put, run, close } = await chat(async ({ reply }) => {
    if (reply.title === '坏') throw failure('refused');
  });
  for (const title of ['一', '坏', '二']) await put(title);
  expect(await run()).toBe(2);
  expect(await run()).toBe(0);
  await close();
});

test.each([
  ['refused', 'post', 'failed'],
  ['limited', 'post', 'pending'],
  ['unreachable', 'post', 'pending'],
  ['unknown', 'post', 'held'],
  ['unknown', 'notice', 'dropped'],
  ['unknown', 'escalation', 'pending'],
] as const)('%s leaves a %s %s', async (kind, message, state) => {
  const { put, run, states, close } = await chat(async () => {
    throw failure(kind, 60_000);
  });
  await put('一', message);
  await run();
  expect(await states()).toEqual([state]);
  await close();
});

test('doubt is settled by looking where the platform can tell', async () => {
  let found: { reference: string } | null = { reference: 'there' };
  const { db, put, run, states, close } = await chat(
    async ({ from }) => {
      if (!from) throw failure('unknown');
    },
    { find: async () => found },
  );
  await put('到了');
  await run();
  expect(await states()).toEqual(['sent']);
  found = null;
  await put('没到');
  await run();
  expect(await states()).toEqual(['sent', 'unknown']);
  for (const state of ['unknown', 'held']) {
    await sql`update outbox set not_before = now() where state = 'unknown'`.execute(db);
    await run();
    expect(await states()).toEqual(['sent', state]);
  }
  await close();
});

test('what a dead worker was sending is taken over after its lease', async () => {
  const seen: string[] = [];
  const { db, put, run, states, close } = await chat(
    async ({ reply }) => {
      seen.push(reply.title);
    },
    { sendsOnce: () => true },
  );
  await put('断了');
  await sql`update outbox set state = 'sending', owner = 'dead', attempt = 1, lease_until = now() - interval '1 second'`.execute(
    db,
  );
  await run();
  await new Promise((resolve) => setTimeout(resolve, 600));
  await run();
  expect([seen, await states()]).toEqual([['断了'], ['sent']]);
  await close();
});

test('a message that was tried and waits holds its chat; one that is not due yet does not', async () => {
  const seen: string[] = [];
  let limited = true;
  const { db, put, run, close } = await chat(async ({ reply }) => {
    if (limited) throw failure('limited', 60_000);
    seen.push(reply.title);
  });
  await put('第一');
  await run();
  limited = false;
  await put('第二');
  await run();
  expect(seen).toEqual([]);
  await sql`update outbox set not_before = now()`.execute(db);
  await run();
  expect(seen).toEqual(['第一', '第二']);
  await put('晚点再说');
  await sql`update outbox set not_before = now() + interval '1 hour' where state = 'pending'`.execute(db);
  await put('现在');
  await run();
  expect(seen).toEqual(['第一', '第二', '现在']);
  await close();
});

test('an hour without the platform loses nothing; a fault of ours is parked after five tries and staff hear of it', async () => {
  let down = true;
  const { db, put, run, states, close } = await chat(async () => {
    if (down) throw failure('unreachable');
    throw new TypeError('cannot draw');
  });
  const again = () => sql`update outbox set not_before = now(), first_tried_at = now() - interval '1 hour'`.execute(db);
  await put('一');
  for (let round = 0; round < 20; round += 1) {
    await run();
    await again();
  }
  expect(await states()).toEqual(['pending']);
  down = false;
  for (let round = 0; round < 5; round += 1) {
    expect(await states()).toEqual(['pending']);
    await run();
    await again();
  }
  expect(await states()).toEqual(['failed']);
  await close();
});

test('a platform that does not answer is left alone, and tried with one message when the wait is over', async () => {
  let now = 0;
  let tries = 0;
  let down = true;
  const { db, orgId, run, close } = await chat(async () => {
    tries += 1;
    if (down) throw failure('unreachable');
  });
  for (let made = 0; made < 30; made += 1)
    await sql`insert into outbox (id, org_id, class, dedupe_key, platform, workspace, chat_external_id, chat_kind, body)
      values (gen_random_uuid(), ${orgId}, 'notice', ${`c${made}`}, 'fake', 'w', ${`c${made}`}, 'group', '{"title":"好"}')`.execute(
      db,
    );
  const circuits = circuitsOf(() => now);
  await run('me', circuits);
  expect(tries).toBeLessThanOrEqual(7);
  const before = tries;
  await run('me', circuits);
  expect(tries).toBe(before);
  now += 5000;
  await run('me', circuits);
  expect(tries).toBe(before + 1);
  down = false;
  now += 10_000;
  await run('me', circuits);
  await sql`update outbox set not_before = now()`.execute(db);
  await run('me', circuits);
  expect(await db.selectFrom('outbox').select('id').where('state', '<>', 'sent').execute()).toEqual([]);
  await close();
});

test('a group that is gone is switched off: staff are told once how to set it anew, and nothing more is sent there', async () => {
  const seen: string[] = [];
  const { db, orgId, put, run, states, close } = await chat(async ({ reply }) => {
    seen.push(reply.title);
    if (reply.title.startsWith('周报')) throw Object.assign(new Error('errcode 93000 removed'), { kind: 'gone' });
  });
  await inOrg(db, orgId, async (tx) => {
    const { id } = await insertRecord(tx, 'people', { name: '钱七', role: 'staff' });
    const of = { org_id: orgId, platform: 'fake', workspace: 'w', external_id: 'qian', person_id: id };
    await tx.sql
      .insertInto('identities')
      .values({ ...of, state: 'approved' })
      .execute();
  });
  await put('周报一');
  await put('周报二');
  await run();
  await run();
  expect(await put('周报三')).toBeNull();
  // Both digests were under way when the first failed; whether the note overtakes the second is chance.
  expect([...seen].sort()).toEqual(['“群”收不到推送，已停发', '周报一', '周报二'].sort());
  expect(seen[0]).toBe('周报一');
  expect(await states()).toEqual(['failed', 'failed', 'sent']);
  const [chatRow] = await inOrg(db, orgId, listChats);
  expect(chatRow).toMatchObject({ rests: 'errcode 93000 removed' });
  await inOrg(db, orgId, (tx) => setWebhook(tx, chatRow?.id ?? 0, 'https://qyapi.example/send?key=2'));
  expect(await put('月报')).not.toBeNull();
  await run();
  expect(seen.at(-1)).toBe('月报');
  await close();
});
