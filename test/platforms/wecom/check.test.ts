import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import wecom, { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { lineHost } from '../../support/line-host.ts';
import { KEEP, type WecomLine, wecomLine } from '../../support/wecom-line.ts';

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const CALLBACKS = {
  WECOM_CORP_ID: `wwc${Date.now()}`,
  WECOM_BOT_TOKEN: 'bot-token',
  WECOM_BOT_AES_KEY: KEY,
  WECOM_AGENT_ID: '1000002',
  WECOM_APP_SECRET: 'secret',
  WECOM_APP_TOKEN: 'app-token',
  WECOM_APP_AES_KEY: KEY,
};
const OLD = { WECOM_APP_TOKEN_OLD: 'old-token', WECOM_APP_AES_KEY_OLD: KEY };
let socket: WecomLine;
let api: WecomEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;

beforeAll(async () => {
  socket = await wecomLine({}, { keep: { ...KEEP, kickedMs: 60_000 } });
  api = await wecomEmulator();
  const place = { platform: 'wecom', workspace: CALLBACKS.WECOM_CORP_ID, user: 'a', chat: 'b' };
  line = await lineHost(place, (host) => wecom({ ...CALLBACKS, ...OLD, WECOM_API_URL: api.url }, host));
});
afterAll(async () => {
  await socket.close();
  await line.close();
  await api.close();
});

/** What a doctor beside the running program finds. */
async function looks(environment: Record<string, string>, publicUrl: string) {
  const beside = wecomWith(environment, { ...socket.line.host, publicUrl });
  return (await beside?.check?.())?.map(({ ok, says }) => ({ ok, says })) ?? [];
}
const looksAtSocket = () => looks({ ...socket.environment }, 'http://127.0.0.1');
const looksAtRest = (more: object = {}, publicUrl = line.url) =>
  looks({ ...CALLBACKS, WECOM_API_URL: api.url, ...more }, publicUrl);

test('the long connection is looked at through the running program, which is not kicked', async () => {
  await vi.waitFor(async () => expect(await looksAtSocket()).toEqual([{ ok: true, says: '已连接' }]));
  const [other] = await looks({ ...socket.environment, WECOM_BOT_SECRET: 'changed' }, 'http://127.0.0.1');
  expect(other).toMatchObject({ ok: false, says: expect.stringContaining('另一个 Secret') });
  expect([socket.server.subscriptions, socket.server.kicks]).toEqual([1, 0]);
  socket.server.kick();
  await vi.waitFor(async () => expect((await looksAtSocket())[0]?.says).toContain('踢下线'));
});

test('while no program runs it is tried for a moment', async () => {
  await socket.line.platform.stop();
  expect((await looksAtSocket())[0]).toMatchObject({ ok: true, says: expect.stringContaining('没有在运行') });
  await vi.waitFor(() => expect(socket.server.connected).toBe(0));
  const wrong = await looks({ ...socket.environment, WECOM_BOT_SECRET: 'wrong' }, 'http://127.0.0.1');
  expect(wrong[0]).toMatchObject({ ok: false, says: expect.stringContaining('853000') });
  const nowhere = await looks({ ...socket.environment, WECOM_BOT_WS_URL: 'ws://127.0.0.1:9' }, 'http://127.0.0.1');
  expect(nowhere[0]).toMatchObject({ ok: false, says: expect.stringContaining('连不上') });
});

test('callbacks and the app are called as WeCom calls them', async () => {
  const [bot, app, , appCallback] = await looksAtRest();
  expect(app).toMatchObject({ ok: true });
  for (const one of [bot, appCallback])
    expect(one?.says).toBe('密钥无误；但 PUBLIC_URL 不是 https 的公网地址，企业微信访问不到');
});

test.each([
  [{ WECOM_BOT_TOKEN: 'another' }, undefined, 0, '不认这组密钥'],
  [{}, 'http://127.0.0.1:9', 0, '访问不到'],
  [{}, 'http://127.0.0.1:9', 3, '访问不到'],
] as const)('a callback that does not work says why (%#)', async (more, publicUrl, at, says) => {
  expect((await looksAtRest(more, publicUrl))[at]).toMatchObject({ ok: false, says: expect.stringContaining(says) });
});

test.each([
  [60_020, '可信 IP'],
  [40_056, 'WECOM_AGENT_ID'],
  [45_009, '太频繁'],
  [48_006, '重新启用'],
  [60_011, '可见范围'],
])('error %i of the app says what to do', async (code, says) => {
  api.fail('agent/get', code);
  expect((await looksAtRest())[1]).toMatchObject({ ok: false, says: expect.stringContaining(says) });
});

test('the directory is looked at as 绑定 does: nobody visible, no mobiles, all, and what to do about a refusal', async () => {
  const directory = async () => (await looksAtRest())[2];
  expect(await directory()).toMatchObject({ ok: false, says: expect.stringContaining('可见范围') });
  api.directory.members.set('a', { name: '甲', mobile: '13800000000', department: [1] });
  expect(await directory()).toMatchObject({ ok: true, says: expect.stringContaining('当场绑定') });
  api.directory.givesMobiles = false;
  expect(await directory()).toMatchObject({ ok: true, says: expect.stringContaining('由投促中心点“同意”') });
  api.fail('user/get', 60_011);
  expect(await directory()).toMatchObject({ ok: false, says: expect.stringContaining('可见范围') });
  api.fail('user/get', 48_002);
  expect(await directory()).toMatchObject({ ok: false, says: expect.stringContaining('权限') });
});

test('keys that are being given up are looked at too, and are to be deleted in the end', async () => {
  const [, , , current, old] = await looksAtRest(OLD);
  expect(current?.says).toContain('密钥无误');
  expect(old?.says).toContain('密钥无误');
  const unknown = (await looksAtRest({ ...OLD, WECOM_APP_TOKEN_OLD: 'unknown' }))[4];
  expect(unknown).toMatchObject({ ok: false, says: expect.stringContaining('不认这组密钥') });
});

test.each([
  [{ WECOM_APP_TOKEN_OLD: 'old' }, 'WECOM_APP_AES_KEY_OLD'],
  [{ WECOM_BOT_TOKEN_OLD: 'old', WECOM_BOT_AES_KEY_OLD: 'short' }, '43 位'],
  [{ WECOM_BOT_TOKEN_OLD: 'old', WECOM_BOT_AES_KEY_OLD: KEY, WECOM_BOT_TOKEN: '', WECOM_BOT_AES_KEY: '' }, '新的写在'],
])('half of an old set, or an old one without a new one, is a mistake that is named (%#)', (more, says) => {
  expect(() => wecom({ ...CALLBACKS, ...more }, line.host)).toThrow(says);
});

test('an API that cannot be reached is said to be so', async () => {
  const [, app] = await looksAtRest({ WECOM_API_URL: 'http://127.0.0.1:9' });
  expect(app).toMatchObject({ ok: false, says: expect.stringContaining('qyapi.weixin.qq.com') });
});
