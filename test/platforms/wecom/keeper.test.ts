import { afterEach, expect, test, vi } from 'vitest';
import { holdingOf } from '../../../src/db/lease.repository.ts';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { testDatabase } from '../../support/database.ts';
import { KEEP, type WecomLine, wecomLine, wordsOf } from '../../support/wecom-line.ts';

let wecom: WecomLine | undefined;
afterEach(async () => {
  await wecom?.close();
  wecom = undefined;
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const state = async () =>
  (await holdingOf((await testDatabase()).db, `wecom/bot/${wecom?.environment.WECOM_BOT_ID}`))?.state?.replace(
    /^[0-9a-f]{8} /,
    '',
  );
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 20 });

/** A second process of the same bot, on the same database. */
function second(line: WecomLine) {
  const other = wecomWith(line.environment, line.line.host, { keep: KEEP });
  if (!other) throw new Error('off');
  return other;
}

test('a cut wire is mended, and messages are answered again', async () => {
  wecom = await wecomLine();
  const { server } = wecom;
  for (let time = 0; time < 3; time += 1) {
    server.drop();
    await until(() => expect(server.connected).toBe(1));
  }
  const [frame] = await wecom.frames(() => void server.say(wecom?.message('帮助 到位') ?? {}));
  expect(wordsOf(frame)).toContain('到位');
});

test('of two processes one holds the connection; it dies, the other takes over, and nobody is kicked', async () => {
  wecom = await wecomLine();
  const { server } = wecom;
  const other = second(wecom);
  await other.start({ web: true, works: true });
  await pause(400);
  expect([wecom.line.platform.ready?.(), other.ready?.(), server.subscriptions]).toEqual([true, false, 1]);
  await wecom.line.platform.stop();
  await until(() => expect([other.ready?.(), server.connected]).toEqual([true, 1]));
  expect([server.subscriptions, server.kicks]).toEqual([2, 0]);
  await other.stop();
});

test('a holder that cannot renew has closed before the lease is free', async () => {
  wecom = await wecomLine();
  const { server, line } = wecom;
  const gone = { ...line.host, lease: (name: string) => ({ ...line.host.lease(name), take: vi.fn(async () => true) }) };
  await line.platform.stop();
  const frozen = wecomWith(wecom.environment, gone, { keep: { ...KEEP, leaseMs: 500, renewMs: 60_000 } });
  await frozen?.start({ web: true, works: true });
  await until(() => expect([frozen?.ready?.(), server.connected]).toEqual([true, 1]));
  await pause(600);
  expect([frozen?.ready?.(), server.connected]).toEqual([false, 0]);
  await frozen?.stop();
});

test('a message that cannot be committed at once is committed when the database is back', async () => {
  wecom = await wecomLine();
  const { server, line } = wecom;
  await line.platform.stop();
  let away = 2;
  const accept: typeof line.host.accept = async (incoming) => {
    if (away-- > 0) throw new Error('database away');
    return line.host.accept(incoming);
  };
  const other = wecomWith(wecom.environment, { ...line.host, accept }, { keep: KEEP });
  await other?.start({ web: true, works: true });
  await until(() => expect([other?.ready?.(), server.connected]).toEqual([true, 1]));
  server.say(wecom.message('到位 X1 11万 6月5日'));
  await until(async () => expect(await line.entries()).toBe(1));
  await other?.stop();
  await line.db.deleteFrom('outbox').where('org_id', '=', line.orgId).execute();
});

test('a process that only serves pages leaves the connection to the workers', async () => {
  wecom = await wecomLine();
  await wecom.line.platform.stop();
  const other = second(wecom);
  await other.start({ web: true, works: false });
  await pause(300);
  expect([other.ready?.(), wecom.server.connected]).toEqual([false, 0]);
  await other.stop();
});

test('kicked by another program it stays away for a while, says so, and then tries again', async () => {
  wecom = await wecomLine({}, { keep: { ...KEEP, kickedMs: 1200 } });
  const { server } = wecom;
  server.kick();
  await until(async () => expect(await state()).toBe('kicked'));
  await pause(400);
  expect([server.connected, server.subscriptions]).toEqual([0, 1]);
  await until(() => expect([server.connected, server.subscriptions]).toEqual([1, 2]));
  await until(async () => expect(await state()).toBe('connected'));
});

test('a wrong secret is said and not hammered', async () => {
  wecom = await wecomLine({}, { keep: { ...KEEP, refusedMs: 1000 } });
  const { server } = wecom;
  server.subscriptionsGet(853_000);
  server.drop();
  await until(async () => expect(await state()).toBe('refused 853000'));
  const tries = server.subscriptions;
  await pause(400);
  expect(server.subscriptions).toBe(tries);
  server.subscriptionsGet(0);
  await until(() => expect(server.connected).toBe(1));
});

test('a subscription that is never answered is given up and tried again', async () => {
  wecom = await wecomLine({}, { authMs: 100 });
  const { server } = wecom;
  server.subscriptionsGet('silence');
  server.drop();
  await until(() => expect(server.subscriptions).toBeGreaterThan(2));
  server.subscriptionsGet(0);
  await until(() => expect(server.connected).toBe(1));
});

test('it gives signs of life, and a server that answers none is dead', async () => {
  wecom = await wecomLine({}, { heartbeatMs: 60 });
  const { server } = wecom;
  await until(() => expect(server.pings).toBeGreaterThan(2));
  server.deaf(true);
  await until(() => expect(server.subscriptions).toBe(2));
  server.deaf(false);
  await until(() => expect(server.connected).toBe(1));
});

test('a slow command says that it is at work, and ends the same stream', async () => {
  wecom = await wecomLine({}, { patienceMs: 30 });
  const { server, line } = wecom;
  server.say(wecom.message('帮助 到位'));
  await until(() => expect(server.frames).toHaveLength(1));
  expect(server.frames[0]).toMatchObject({ body: { stream: { finish: false, content: '正在处理，请稍候…' } } });
  await line.settle();
  const ids = server.frames.map(({ body = {} }) => (body.stream as { id: string }).id);
  expect(server.frames[1]).toMatchObject({ body: { stream: { finish: true } } });
  expect(ids[1]).toBe(ids[0]);
});
