import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import slack from '../../../src/platforms/slack/index.ts';
import { SCOPES } from '../../../src/platforms/slack/scopes.ts';
import { lineHost } from '../../support/line-host.ts';

/** Slack as far as doctor asks it: tokens are good or not, the bot has these scopes. */
let scopes = Object.keys(SCOPES).join(',');
const api = createServer((request, response) => {
  const good = /Bearer (?:xoxb|xapp)-good$/.test(request.headers.authorization ?? '');
  const ill = request.headers.authorization?.endsWith('-ill');
  const error = ill ? 'service_unavailable' : 'invalid_auth';
  const body = good ? { ok: true, team: '云岭县' } : { ok: false, error };
  response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes }).end(JSON.stringify(body));
});
let apiUrl: string;
let line: Awaited<ReturnType<typeof lineHost>>;
const HTTP = { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: 'xoxb-good' };

beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}/api/`;
  const place = { platform: 'slack', workspace: `TC${Date.now()}`, user: 'U', chat: 'C' };
  line = await lineHost(place, (host) => slack({ ...HTTP, SLACK_API_URL: apiUrl }, host));
});
afterAll(async () => {
  await line.close();
  await new Promise((resolve) => api.close(resolve));
});

const looks = async (environment: Record<string, string>, publicUrl = line.url) =>
  slack({ SLACK_API_URL: apiUrl, ...environment }, { ...line.host, publicUrl })?.check?.() ?? [];

test('by HTTP: the token works, the address is called as Slack calls it', async () => {
  const [bot, granted, requests] = await looks(HTTP);
  expect(bot).toMatchObject({ ok: true, says: '有效，工作区“云岭县”' });
  expect(granted).toMatchObject({ ok: true, says: '9 项齐全' });
  expect(requests?.says).toContain('密钥无误；但 PUBLIC_URL 不是 https');
});

test.each([
  [{ ...HTTP, SLACK_BOT_TOKEN: 'xoxb-bad' }, 0, undefined, 'invalid_auth'],
  [{ ...HTTP, SLACK_BOT_TOKEN: 'xoxb-ill' }, 0, undefined, '不是密钥的问题'],
  [{ ...HTTP, SLACK_SIGNING_SECRET: 'other' }, 2, undefined, '不认这个 Signing Secret'],
  [HTTP, 2, 'http://127.0.0.1:9', '访问不到'],
  [{ SLACK_APP_TOKEN: 'xapp-bad', SLACK_BOT_TOKEN: 'xoxb-good' }, 2, undefined, 'connections:write'],
  [{ ...HTTP, SLACK_API_URL: 'http://127.0.0.1:9/' }, 0, undefined, '访问不到'],
] as const)('what does not work says why (%#)', async (environment, at, publicUrl, says) => {
  expect((await looks(environment, publicUrl))[at]).toMatchObject({ ok: false, says: expect.stringContaining(says) });
});

test('the secret that is being given up is looked at too; alone it is a mistake', async () => {
  const old = (await looks({ ...HTTP, SLACK_SIGNING_SECRET_OLD: 'another' }))[3];
  expect(old).toMatchObject({ ok: false, name: expect.stringContaining('SLACK_SIGNING_SECRET_OLD') });
  const alone = { SLACK_SIGNING_SECRET_OLD: 'another', SLACK_BOT_TOKEN: 'xoxb-good' };
  expect(() => slack(alone, line.host)).toThrow('SLACK_SIGNING_SECRET_OLD');
});

test('by Socket Mode: both tokens are asked for', async () => {
  const found = await looks({ SLACK_APP_TOKEN: 'xapp-good', SLACK_BOT_TOKEN: 'xoxb-good' });
  expect(found.map((one) => one.ok)).toEqual([true, true, true]);
});

test('every scope that is missing is named with what it is for; one that we can do without is no failure', async () => {
  scopes = Object.keys(SCOPES)
    .filter((scope) => scope !== 'files:read' && scope !== 'groups:history')
    .join(', ');
  const [, ...found] = await looks({ ...HTTP, SLACK_SIGNING_SECRET: 'secret' });
  expect(found.slice(0, 2)).toMatchObject([
    { name: 'Slack 权限 files:read', ok: false, says: expect.stringContaining('收私聊里发来的 Excel') },
    { name: 'Slack 权限 groups:history', ok: true, says: expect.stringContaining('可以不要') },
  ]);
});
