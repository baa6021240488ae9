import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { type Carrier, deliver, type Parcel } from '../../src/queue/deliver.ts';
import { notifyChat } from '../../src/services/notice.service.ts';
import { clone } from '../support/database.ts';

const quiet = { warn: () => undefined, error: () => undefined };
const failure = (kind: string, retryAfterMs = 0) => Object.assign(new Error(kind), { kind, retryAfterMs });

async function chat(send: (parcel: Parcel) => Promise<void>, extra: Partial<Carrier> = {}) {
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
  const run = (owner = 'me') =>
    deliver({ db, carriers: [carrier], owner, seal: (reply) => reply as never, log: quiet });
  const states = async () =>
    (await db.selectFrom('outbox').select('state').orderBy('id').execute()).map((row) => row.state);
  return { db, put, run, states, close };
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
