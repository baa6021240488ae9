import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptOf } from '../../../src/db/kept.repository.ts';
import type { DeliveryError } from '../../../src/platforms/platform.ts';
import { AppApi } from '../../../src/platforms/wecom/api.ts';
import { testDatabase } from '../../support/database.ts';
import { type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';

const KEYS = { corpId: `ww${Date.now()}`, agentId: '1', secret: 'the app’s secret' };
const BODY = '{"msgtype":"text"}';
let emulator: WecomEmulator;

beforeAll(async () => {
  emulator = await wecomEmulator();
});
afterAll(() => emulator.close());

/** One more process of the same app. */
async function replica(agentId: string, secret = KEYS.secret): Promise<AppApi> {
  const { db } = await testDatabase();
  return new AppApi({ ...KEYS, agentId, secret }, emulator.url, { kept: (name) => keptOf(db, name) });
}

/** How it fails: the kind and the words. */
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ kind, message }: DeliveryError) => [kind, message],
  );

test('replicas share one token, asked for once though many want it at the same time', async () => {
  const replicas = [await replica('shared'), await replica('shared')];
  const before = emulator.tokens;
  await Promise.all(replicas.slice(0, 1).flatMap((one) => [1, 2, 3].map(() => one.call('message/send', BODY))));
  await Promise.all(replicas.flatMap((one) => [1, 2].map(() => one.call('message/send', BODY))));
  expect(emulator.tokens).toBe(before + 1);
});

test('the token stands encrypted in the database', async () => {
  const api = await replica('hidden');
  await api.call('message/send', BODY);
  const { db } = await testDatabase();
  const kept = await keptOf(db, `wecom/token/${KEYS.corpId}/hidden`).read();
  expect(kept?.value).toMatch(/^[\w+/=]+$/);
  expect(Buffer.from(kept?.value ?? '', 'base64').toString('latin1')).not.toContain('token-');
});

test('a token that WeCom refuses is renewed once for all replicas', async () => {
  const [one, two] = [await replica('stale'), await replica('stale')];
  await one.call('message/send', BODY);
  await two.call('message/send', BODY);
  emulator.expireTokens();
  const before = emulator.tokens;
  await one.call('message/send', BODY);
  await two.call('message/send', BODY);
  expect(emulator.tokens).toBe(before + 1);
});

test('a secret that was changed does not use the old secret’s token', async () => {
  await (await replica('changed')).call('message/send', BODY);
  const before = emulator.tokens;
  await (await replica('changed', 'another secret')).call('message/send', BODY);
  expect(emulator.tokens).toBe(before + 1);
});

test.each([40014, 42001])('%i is met with another token; refused again, the message waits', async (code) => {
  const api = await replica(`again-${code}`);
  emulator.fail('message/send', code);
  await api.call('message/send', BODY);
  emulator.fail('message/send', code, 0, 2);
  expect((await failure(api.call('message/send', BODY)))?.[0]).toBe('limited');
});

test.each([
  [-1, 'limited'],
  [45009, 'limited'],
  [45033, 'limited'],
  [40001, 'refused'],
  [40013, 'refused'],
  [41001, 'refused'],
  [48002, 'refused'],
  [50003, 'refused'],
  [60011, 'refused'],
  [60020, 'refused'],
  [81013, 'refused'],
  [93000, 'refused'],
])('errcode %i is %s, and asks for no other token', async (code, kind) => {
  const api = await replica('codes');
  await api.call('message/send', BODY);
  const before = emulator.tokens;
  emulator.fail('message/send', code);
  expect(await failure(api.call('message/send', BODY))).toEqual([kind, expect.stringContaining(String(code))]);
  expect(emulator.tokens).toBe(before);
});

test('asking for a token or uploading a file is simply done again after a lost answer', async () => {
  const api = await replica('unseen');
  emulator.fail('gettoken', 'cut');
  expect((await failure(api.call('message/send', BODY)))?.[0]).toBe('unreachable');
  await api.call('message/send', BODY);
  emulator.fail('media/upload', 'lost');
  expect((await failure(api.upload('file', 'k', Buffer.from('bytes'), 'a.txt')))?.[0]).toBe('unreachable');
  emulator.fail('message/send', 'lost');
  expect((await failure(api.call('message/send', BODY)))?.[0]).toBe('unknown');
});

test('a wrong secret says so, and is not asked again and again by one message', async () => {
  const api = await replica('wrong');
  emulator.fail('gettoken', 40001);
  const before = emulator.tokens;
  expect(await failure(api.call('message/send', BODY))).toEqual(['refused', expect.stringContaining('40001')]);
  expect(emulator.tokens).toBe(before);
});
