import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeLoginLink } from '../../../src/services/session.service.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
beforeAll(async () => {
  site = await webHost();
});
afterAll(() => site.close());
beforeEach(() => site.at(null));

const link = (now = new Date()) => site.inOrg((tx) => makeLoginLink(tx, site.otherPersonId, now), site.otherOrgId);
const use = (path: string) => fetch(`${site.url}${path}`, { method: 'POST', redirect: 'manual' });
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const state = async (cookie: string) => {
  const response = await fetch(`${site.url}/chat/state`, { headers: { cookie } });
  return { status: response.status, body: (await response.json()) as { org?: string; free?: boolean; me?: number } };
};

describe('signing in by a one-time link', () => {
  test('looking at the link uses nothing up: previews do that', async () => {
    const path = await link();
    for (let times = 0; times < 3; times += 1) expect((await fetch(`${site.url}${path}`)).status).toBe(200);
    expect((await use(path)).status).toBe(303);
  });

  test('登录 in the chat gives a link that opens', async () => {
    const { body } = await site.post('/api/chat', { text: '登录', from: '张三', chat: '张三' });
    const { replies } = body as { replies: { buttons: { url?: string }[] }[] };
    const url = new URL(replies[0]?.buttons[0]?.url ?? '', site.url);
    expect((await fetch(url)).status).toBe(200);
    const answer = await use(url.pathname);
    expect((await state(cookieOf(answer))).body).toMatchObject({ free: false, me: site.people.张三 });
  });

  test('of three people who use it at once exactly one gets a session', async () => {
    const path = await link();
    const answers = await Promise.all([use(path), use(path), use(path)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410, 410]);
    expect(answers.filter((answer) => cookieOf(answer) !== '')).toHaveLength(1);
  });

  test('the session is the person’s own, in their own org, and cannot speak as another', async () => {
    const cookie = cookieOf(await use(await link()));
    expect(await state(cookie)).toMatchObject({
      status: 200,
      body: { org: '临水区', free: false, me: site.otherPersonId },
    });
  });

  test('a link of six minutes ago is closed', async () => {
    const path = await link(new Date(Date.now() - 6 * 60_000));
    expect((await fetch(`${site.url}${path}`)).status).toBe(410);
    expect((await use(path)).status).toBe(410);
  });

  test('a session ends after half an hour without use, at sign-out, and when the person’s role changes', async () => {
    const idle = cookieOf(await use(await link()));
    site.at(new Date(Date.now() + 31 * 60_000));
    expect((await state(idle)).body.org).toBe('云岭县');
    site.at(null);
    const left = cookieOf(await use(await link()));
    await fetch(`${site.url}/sign-out`, { method: 'POST', headers: { cookie: left }, redirect: 'manual' });
    expect((await state(left)).body.org).toBe('云岭县');
    const changed = cookieOf(await use(await link()));
    await site.inOrg((tx) => tx.sql.updateTable('people').set({ role: 'leader' }).execute(), site.otherOrgId);
    expect((await state(changed)).body.org).toBe('云岭县');
    await site.inOrg((tx) => tx.sql.updateTable('people').set({ role: 'staff' }).execute(), site.otherOrgId);
    expect((await state(changed)).body.org).toBe('云岭县');
  });

  test('a page with a session must send its token with each change', async () => {
    const cookie = cookieOf(await use(await link()));
    const message = { chat: 'main', text: '帮助', key: '12345678' };
    expect((await site.post('/chat/say', message, { cookie })).status).toBe(403);
    const response = await fetch(`${site.url}/chat/state`, { headers: { cookie } });
    const { csrf } = (await response.json()) as { csrf: string };
    expect((await site.post('/chat/say', message, { cookie, 'x-csrf-token': csrf })).status).toBe(200);
  });

  test('a foreign page cannot post, whatever the address', async () => {
    for (const path of ['/chat/say', '/sign-out', '/forms/capture']) {
      expect((await site.post(path, {}, { origin: 'https://other.example' })).status).toBe(403);
    }
  });
});

test('over https the cookie is tied to the host', async () => {
  const secure = await webHost({ environment: { PUBLIC_URL: 'https://xz.example' } });
  const path = await secure.inOrg((tx) => makeLoginLink(tx, secure.otherPersonId, new Date()), secure.otherOrgId);
  const response = await fetch(`${secure.url}${path}`, { method: 'POST', redirect: 'manual' });
  const cookie = response.headers.get('set-cookie') ?? '';
  await secure.close();
  expect(cookie).toMatch(/^__Host-xiaozhao=/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
});

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/assets/main.js', '/chat/state', '/api/v1/tasks', '/nothing']) {
    const { headers } = await fetch(`${site.url}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  }
});
