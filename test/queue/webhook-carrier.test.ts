import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { insertRecord } from '../../src/db/change.ts';
import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { deliver } from '../../src/queue/deliver.ts';
import { isInside } from '../../src/queue/outside-post.ts';
import { signed, webhookCarrier } from '../../src/queue/webhook-carrier.ts';
import { addWebhook, findWebhook, tryWebhook, wakeWebhook } from '../../src/services/webhook.service.ts';
import { clone } from '../support/database.ts';

const quiet = { warn: () => undefined, error: () => undefined };
const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another system on this machine that answers with these statuses, one after the other; the last one stays. */
async function system(...statuses: readonly number[]) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const status = statuses[Math.min(got.length, statuses.length - 1)] ?? 200;
      got.push({ headers: request.headers, body });
      response.writeHead(status, { location: '/elsewhere' }).end('x'.repeat(100_000));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

/** An org whose one address this is, and what stands in its outbox. */
async function office(url: string, inside = true) {
  const { db, close } = openDatabase({ url: await clone(), role: APP_ROLE, maxConnections: 4 });
  closers.push(close);
  const orgId = await insertOrg(db, { name: '测试县' });
  const { id, secret } = await inOrg(db, orgId, async (tx) => {
    const person = await insertRecord(tx, 'people', { name: '钱七', role: 'staff' });
    const of = { org_id: orgId, platform: 'fake', workspace: 'w', external_id: 'qian', person_id: person.id };
    await tx.sql
      .insertInto('identities')
      .values({ ...of, state: 'approved' })
      .execute();
    return addWebhook(tx, { url, events: ['task.done'], inside, now: new Date() });
  });
  return {
    ...{ db, orgId, id, secret },
    put: () => inOrg(db, orgId, (tx) => tryWebhook(tx, id, new Date())),
    /** Delivers; waits that are under way end now, unless they are to go on. */
    run: async (hurries = true) => {
      if (hurries) await sql`update outbox set not_before = null`.execute(db);
      const carriers = [webhookCarrier(db, () => new Date())];
      return deliver({ db, carriers, owner: 'me', seal: (reply) => reply as never, log: quiet });
    },
    rows: () => db.selectFrom('outbox').select(['platform', 'state', 'not_before', 'body']).orderBy('id').execute(),
    webhook: () => inOrg(db, orgId, (tx) => findWebhook(tx, id)),
  };
}

test('a message is signed over its raw bytes, and taken once it is taken', async () => {
  const city = await system(200);
  const { put, run, secret, rows } = await office(city.url);
  await put();
  expect([await run(), await run()]).toEqual([1, 0]);
  const [{ headers, body } = { headers: {}, body: '' }] = city.got;
  const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(said).digest('base64')}`);
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
  expect(JSON.parse(body)).toMatchObject({ type: 'test', data: {} });
  expect((await rows()).map(({ state }) => state)).toEqual(['sent']);
});

test('the scheme’s own example is signed as its specification prints it', () => {
  const body = '{"test": 2432232314}';
  const headers = signed('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, body);
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('what was not taken comes again, later, under the same id and with the same bytes; no redirect is followed', async () => {
  const city = await system(500, 302, 404, 200);
  const { put, run, rows } = await office(city.url);
  await put();
  const before = Date.now();
  await run();
  expect((await rows())[0]?.not_before?.getTime()).toBeGreaterThan(before + 3000);
  for (let time = 0; time < 4; time += 1) await run();
  expect(city.got).toHaveLength(4);
  expect(new Set(city.got.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
  expect((await rows()).map(({ state }) => state)).toEqual(['sent']);
});

test('an address that is given up rests, what waits for it is let go, and staff are told once how to wake it', async () => {
  const city = await system(410, 200);
  const { db, orgId, id, put, run, rows, webhook } = await office(city.url);
  await put();
  await put();
  const last = sql`(select id from outbox order by id desc limit 1)`;
  await sql`update outbox set not_before = now() + interval '1 hour' where id = ${last}`.execute(db);
  await run(false);
  await run();
  expect(city.got).toHaveLength(1);
  const [first, second, notice, ...more] = await rows();
  expect([first?.state, second?.state, notice?.platform, more]).toEqual(['dropped', 'dropped', 'fake', []]);
  expect(JSON.stringify(notice?.body)).toContain(`xiaozhao webhook wake ${id}`);
  expect(JSON.stringify(notice?.body)).not.toContain('/hook');
  expect((await webhook())?.restsWhy).toBe('status 410');
  await inOrg(db, orgId, (tx) => wakeWebhook(tx, id));
  await put();
  expect(await run()).toBe(1);
});

test('an address that took nothing for a day is dead', async () => {
  const { db, put, run, webhook } = await office('http://127.0.0.1:9/hook');
  await put();
  await run();
  expect((await webhook())?.restsSince).toBeNull();
  await sql`update outbox set first_tried_at = now() - interval '25 hours'`.execute(db);
  await run();
  expect((await webhook())?.restsWhy).toContain('ECONNREFUSED');
});

test.each([
  'http://127.0.0.1:80/',
  'https://localhost/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://0x7f.1/',
])('%s is never called unless private networks were allowed', async (url) => {
  const { put, run, webhook } = await office(url, false);
  await put();
  await run();
  expect((await webhook())?.restsWhy).toContain('private network');
});

test.each<[string, boolean]>([
  ['10.1.2.3', true],
  ['172.31.255.255', true],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['172.32.0.1', false],
  ['8.8.8.8', false],
  ['2400:3200::1', false],
])('%s inside: %s', (address, inside) => {
  expect(isInside(address)).toBe(inside);
});
