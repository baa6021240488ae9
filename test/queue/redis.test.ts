import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startWake, type Wake, type WakeOptions, type Work } from '../../src/queue/wake.ts';
import { findRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { quiet, until, wokenCounty } from '../support/woken.ts';

const found = findRedis();

describe.runIf(found)('the queue on Redis', () => {
  let redis: RedisServer;
  const wakes: Wake[] = [];

  beforeAll(async () => {
    redis = await startRedis(found ?? '');
  });
  afterAll(() => redis.kill());
  afterEach(async () => {
    await Promise.all(wakes.splice(0).map((wake) => wake.stop()));
    await vi.waitFor(async () => expect(await redis.connections()).toBe(0), { timeout: 40_000, interval: 20 });
    await redis.flush();
  });

  async function wake(work: Work, options: Partial<WakeOptions> = {}): Promise<Wake> {
    const made = await startWake(work, { databaseUrl: '', redisUrl: redis.url, works: true, log: quiet, ...options });
    wakes.push(made);
    return made;
  }

  test('a due post goes out once, with one worker and with two', async () => {
    const county = await wokenCounty();
    await wake(county.worker('a'));
    await until(() => county.shown.length > 0);
    county.at('2026-06-11T08:31+08:00');
    await wake(county.worker('b'));
    await wake(county.worker('c'));
    await until(() => county.shown.length > 1);
    await wait(100);
    expect(county.shown).toEqual(['晨报 2026-06-10', '晨报 2026-06-11']);
    await county.close();
  });

  test('a web process only gives jobs: what it puts into the outbox a worker delivers at once', async () => {
    const county = await wokenCounty();
    const idle: string[] = [];
    const web = await wake(
      { tick: async () => void idle.push('tick'), deliver: async () => void idle.push('deliver') },
      { works: false },
    );
    await wake(county.worker('a'), { pollMs: 60_000 });
    await until(() => county.shown.length === 1);
    await county.put('有新线索');
    web.nudge();
    await until(() => county.shown.length === 2);
    expect([county.shown[1], idle]).toEqual(['有新线索', []]);
    await county.close();
  });

  test('a Redis that lost its memory is asked again: the ticks go on', async () => {
    const ticks: number[] = [];
    const count = { tick: async () => void ticks.push(performance.now()), deliver: async () => undefined };
    await wake(count, { tickMs: 200, pollMs: 50 });
    await until(() => ticks.length > 2);
    await redis.flush();
    const before = ticks.length;
    await until(() => ticks.length > before + 4);
  });

  test.runIf(found?.startsWith('/'))(
    'a Redis that is gone holds no post up, nor the end; back, it is used again',
    async () => {
      const county = await wokenCounty();
      await redis.kill();
      const alone = await wake(county.worker('a'), { tickMs: 200, pollMs: 50, patienceMs: 300 });
      await until(() => county.shown.length > 0);
      for (let times = 0; times < 50; times += 1) alone.nudge();
      const asked = performance.now();
      await alone.stop();
      expect(performance.now() - asked).toBeLessThan(1000);
      await redis.again();
      county.at('2026-06-11T08:31+08:00');
      await wake(county.worker('b'));
      await until(() => county.shown.length > 1);
      expect(county.shown).toEqual(['晨报 2026-06-10', '晨报 2026-06-11']);
      await county.close();
    },
  );
});
