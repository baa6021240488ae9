import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ROLE, type Database, openDatabase } from '../../src/db/database.ts';
import { DeliveryError, pacing } from '../../src/platforms/platform.ts';
import { WEBHOOK_RATE } from '../../src/platforms/wecom/limits.ts';
import { pacerOf } from '../../src/queue/pacer.ts';
import { clone } from '../support/database.ts';

let replicas: readonly Database[] = [];
beforeAll(async () => {
  const url = await clone();
  replicas = [1, 2, 3].map(() => openDatabase({ url, role: APP_ROLE, maxConnections: 3 }));
});
afterAll(() => Promise.all(replicas.map((replica) => replica.close())));

const pacers = () => replicas.map(({ pool }) => pacerOf({ client: pool, kind: 'postgres' }));

test('replicas share a bucket: together they never go over, and buckets do not know each other', async () => {
  const waits = await Promise.all(
    Array.from({ length: 30 }, (_, at) => pacers()[at % 3]?.('webhook:a', [{ calls: 4, seconds: 15 }])),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(4);
  for (const wait of waits.filter((one) => one !== 0)) expect(wait).toBeGreaterThan(10_000);
  expect(await pacers()[0]?.('webhook:b', [{ calls: 4, seconds: 15 }])).toBe(0);
});

test('a call that one rate refuses does not use up the others', async () => {
  const [take] = pacers();
  const rates = [
    { calls: 3, seconds: 60 },
    { calls: 1, seconds: 30 },
  ];
  const waits = [];
  for (let time = 0; time < 4; time += 1) waits.push(await take?.('member', rates));
  expect(waits.map((wait) => wait === 0)).toEqual([true, false, false, false]);
  expect(await take?.('member', [{ calls: 3, seconds: 60 }])).toBe(0);
});

test('any stretch of a minute holds at most twenty posts by a webhook', () => {
  const [rate] = WEBHOOK_RATE;
  const windows = Math.ceil(60 / (rate?.seconds ?? 60)) + 1;
  const sent: number[] = [];
  // The worst there is: each window opens at the last instant of the one before it and is used up at once.
  for (let window = 0; window < 40; window += 1)
    for (let call = 0; call < (rate?.calls ?? 0); call += 1)
      sent.push(window * (rate?.seconds ?? 0) + (window % 2 ? 0 : 0.001));
  const most = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 60).length));
  expect(windows * (rate?.calls ?? 0)).toBeGreaterThanOrEqual(most);
  expect(most).toBeLessThanOrEqual(20);
});

test('a short wait is sat out, a long one is told as a limit with its time', async () => {
  const waits = [200, 0, 60_000];
  const pace = pacing(async () => waits.shift() ?? 0);
  const began = performance.now();
  await pace('slack:T', []);
  expect(performance.now() - began).toBeGreaterThan(150);
  const refused = await pace('slack:T:C', []).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DeliveryError);
  expect(refused).toMatchObject({ kind: 'limited', retryAfterMs: 60_000 });
});
