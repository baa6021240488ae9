import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APP_ROLE, type Database, openDatabase } from '../../src/db/database.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import {
  claimUnfinished,
  type DeliveryKey,
  findDelivery,
  finishDelivery,
  finishLine,
  putAnswer,
  receiverOf,
} from '../../src/services/intake.service.ts';
import { inOrg } from '../../src/services/transaction.ts';
import { clone } from '../support/database.ts';

const NOW = new Date('2026-06-10T10:00:00+08:00');
let database: Database;
let orgId: number;
let made = 0;
let key: DeliveryKey;

beforeAll(async () => {
  database = openDatabase({ url: await clone(), role: APP_ROLE, maxConnections: 4 });
  orgId = await insertOrg(database.db, { name: '测试县' });
});
afterAll(() => database.close());
beforeEach(() => {
  made += 1;
  key = { platform: 'memory', workspace: 'w', source: 'message', key: `m${made}` };
});

const accept = (payload: unknown = { text: '排行' }, now = NOW) =>
  receiverOf(database.db)(key, { orgId, payload, payloadHash: 'h', now });

describe('a delivery', () => {
  it('is new once; sent again it is known, with its replies when it is done', async () => {
    expect(await accept()).toBeNull();
    expect(await accept()).toMatchObject({ state: 'received', replies: [], payloadHash: 'h', receivedAt: NOW });
    await finishDelivery(database.db, key, [{ title: '好' }], NOW);
    expect(await accept()).toMatchObject({ state: 'done', replies: [{ title: '好' }] });
    expect(await findDelivery(database.db, { ...key, source: 'press' })).toBeNull();
  });

  it('is new for one of two that bring it at one instant', async () => {
    const both = await Promise.all([accept(), accept()]);
    expect(both.filter((seen) => seen === null)).toHaveLength(1);
  });

  it('is new for exactly one of those that come together, whatever comes between', async () => {
    const receive = receiverOf(database.db);
    const bring = (one: string) =>
      receive({ ...key, key: `${key.key}/${one}` }, { orgId, payload: {}, payloadHash: 'h', now: NOW });
    const keys = ['0', '00', ...Array.from({ length: 30 }, (_, at) => String(at % 10))];
    const seen = await Promise.all(keys.map(bring));
    const fresh = keys.filter((_, at) => seen[at] === null);
    expect(fresh.sort()).toEqual(['0', '00', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    await database.db.deleteFrom('inbox').where('key', 'like', `${key.key}/%`).execute();
  });

  it('keeps no words once it is done', async () => {
    await accept({ text: '13800000000' });
    await finishDelivery(database.db, key, [], NOW);
    const rows = await database.db.selectFrom('inbox').select('payload').where('key', '=', key.key).execute();
    expect(rows).toEqual([{ payload: null }]);
  });
});

describe('a line of a delivery', () => {
  it('is done once: the second time gives what the first one answered', async () => {
    const line = { ...key, source: 'message#1' };
    const finish = (title: string) => inOrg(database.db, orgId, (tx) => finishLine(tx, line, [{ title }], NOW));
    expect(await finish('一')).toBeNull();
    expect(await finish('二')).toEqual([{ title: '一' }]);
  });

  it('that was only received is finished by the first who comes', async () => {
    await accept();
    const finish = () => inOrg(database.db, orgId, (tx) => finishLine(tx, key, [{ title: '一' }], NOW));
    expect(await finish()).toBeNull();
    expect(await finish()).toEqual([{ title: '一' }]);
  });
});

describe('what was acknowledged and never finished', () => {
  const texts = async (before: string) =>
    ((await claimUnfinished(database.db, new Date(before), 10)) as { text: string }[]).map(({ text }) => text);

  it('is handed out again, five times at most, not to two at once', async () => {
    await accept({ text: '断了' }, new Date('2026-06-10T09:00:00+08:00'));
    expect(await texts('2026-06-10T08:59:59+08:00')).not.toContain('断了');
    const later = '2099-01-01T00:00:00Z';
    const [a, b] = await Promise.all([texts('2026-06-10T09:30:00+08:00'), texts('2026-06-10T09:30:00+08:00')]);
    expect([...a, ...b].filter((text) => text === '断了')).toHaveLength(1);
    const more = [];
    for (let times = 0; times < 6; times += 1) more.push((await texts(later)).includes('断了'));
    expect(more).toEqual([true, true, true, true, false, false]);
  });

  it('is not handed out when it is done', async () => {
    await accept({ text: '好了' });
    await finishDelivery(database.db, key, [], NOW);
    expect(await texts('2099-01-01T00:00:00Z')).not.toContain('好了');
  });
});

it('an answer leaves once for a key, to who asked', async () => {
  const to = {
    platform: 'slack',
    workspace: 'w',
    chatExternalId: 'C1',
    chatKind: 'group' as const,
    personExternalId: 'U1',
  };
  const put = () =>
    inOrg(database.db, orgId, (tx) =>
      putAnswer(tx, key.key, { ...to, answerTo: { thread: '1.2' } }, { title: '好' }, NOW),
    );
  await put();
  await put();
  const rows = await database.db.selectFrom('outbox').selectAll().where('org_id', '=', orgId).execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    class: 'reply',
    person_external_id: 'U1',
    answer_to: { thread: '1.2' },
    body: { title: '好' },
  });
});
