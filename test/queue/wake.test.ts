import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startWake } from '../../src/queue/wake.ts';
import { quiet, until, wokenCounty } from '../support/woken.ts';

test('on PostgreSQL a due post goes out once from two workers; what a web process puts in follows at once', async () => {
  const county = await wokenCounty();
  const { databaseUrl } = county;
  const place = { databaseUrl, redisUrl: undefined, log: quiet, pollMs: 60_000 };
  const never = async () => Promise.reject(new Error('a web process was given work'));
  const first = await startWake(county.worker('a'), { ...place, works: true });
  const second = await startWake(county.worker('b'), { ...place, works: true });
  const web = await startWake({ tick: never, deliver: never }, { ...place, works: false });
  await until(() => county.shown.length > 0);
  await county.put('有新线索');
  web.nudge();
  await until(() => county.shown.length > 1);
  await wait(100);
  expect(county.shown).toEqual(['晨报 2026-06-10', '有新线索']);
  await Promise.all([first, second, web].map((one) => one.stop()));
  await county.close();
});

test('a worker that nobody wakes ticks by itself, and delivers by looking', async () => {
  const seen: string[] = [];
  const work = { tick: async () => void seen.push('tick'), deliver: async () => void seen.push('look') };
  const count = (what: string) => seen.filter((one) => one === what).length;
  const dead = 'postgres://127.0.0.1:1/none';
  const options = { databaseUrl: dead, redisUrl: undefined, works: true, log: quiet };
  const wake = await startWake(work, { ...options, tickMs: 100, pollMs: 20, patienceMs: 200 });
  await until(() => count('tick') > 2 && count('look') > 10);
  wake.nudge();
  await wake.stop();
  const after = [...seen];
  await wait(150);
  expect(seen).toEqual(after);
});
