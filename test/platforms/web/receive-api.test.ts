import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
beforeAll(async () => {
  site = await webHost();
});
afterAll(() => site.close());

/** What POST /api/chat answers. */
interface Answered {
  readonly replies: readonly { readonly text: string; readonly buttons: readonly { token: string; label: string }[] }[];
  readonly error?: { readonly message: string };
}

const chat = async (body: object, headers?: Record<string, string>) => {
  const { status, body: answered } = await site.post('/api/chat', body, headers);
  return { status, ...(answered as Answered) };
};

const logged = (text: string) =>
  site.inOrg((tx) =>
    tx.sql
      .selectFrom('messages')
      .selectAll()
      .where('body', '@>', JSON.stringify({ text }) as never)
      .execute(),
  );

describe('POST /api/chat', () => {
  test('a command is answered with its replies, and both stand in the log of the main group', async () => {
    const { status, replies } = await chat({ text: '帮助' });
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('帮助');
    const [said] = await logged('帮助');
    expect(said).toMatchObject({ chat_id: site.chats.云岭县招商工作群, person_id: site.people.陈晓岚 });
  });

  test('the same message id gives the same replies and is written down once', async () => {
    const message = { text: '帮助 撤销', message_id: 'once-1', from: '张三' };
    const [first, second] = [await chat(message), await chat(message)];
    expect(second.replies).toEqual(first.replies);
    expect(await logged('帮助 撤销')).toHaveLength(1);
  });

  test('a message to a person by name is said in that person’s direct chat', async () => {
    const { status } = await chat({ text: '帮助 帮助', chat: '张三' });
    expect(status).toBe(200);
    const [said] = await logged('帮助 帮助');
    expect(said?.person_id).toBe(site.people.张三);
    const place = await site.inOrg((tx) =>
      tx.sql
        .selectFrom('chats')
        .selectAll()
        .where('id', '=', said?.chat_id ?? 0)
        .executeTakeFirst(),
    );
    expect(place).toMatchObject({ kind: 'direct', external_id: `p${site.people.张三}` });
  });

  test.each([
    [{ text: '帮助', chat: '没有的群' }, '没有叫“没有的群”的群或人员'],
    [{ text: '帮助', from: '张六' }, '没有叫“张六”的人员'],
    [{ text: '帮助', from: '李四', chat: '张三' }, '只有本人能说话'],
    [{ text: '帮助', extra: 1 }, '请求的字段不对'],
  ])('%j is refused in words', async (body, words) => {
    const { status, error } = await chat(body);
    expect(status).toBe(400);
    expect(error?.message).toContain(words);
  });

  test('what no database takes is cleaned, not fatal', async () => {
    const nul = String.fromCharCode(0);
    expect((await chat({ text: `帮助${nul} 甲${nul}乙\ud800` })).status).toBe(200);
    expect((await chat({ press: `A${nul}B` })).status).toBe(200);
    expect((await chat({ text: '帮助', message_id: `a${nul}` })).status).toBe(400);
  });

  test('a forged button does nothing and says so', async () => {
    const { status, replies } = await chat({ press: 'AAAA' });
    expect(status).toBe(200);
    expect(replies[0]?.text).toBeTruthy();
    expect(replies[0]?.buttons).toEqual([]);
  });

  test('text above 64 KB is refused; a file may be larger', async () => {
    expect((await chat({ text: '长'.repeat(70_000) })).status).toBe(413);
    const files = [{ name: 'a.xlsx', base64: 'A'.repeat(200_000) }];
    expect((await chat({ text: '导入', files })).status).toBe(200);
  });

  test('what is no JSON is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    const plain = await fetch(`${site.url}/api/chat`, { method: 'POST', headers, body: '{}' });
    expect(plain.status).toBe(415);
    const broken = await fetch(`${site.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
  });
});

describe('who may use it', () => {
  test.each([
    ['a foreign page', { origin: 'https://other.example' }],
    ['a foreign page that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['the other side of a proxy', { 'x-forwarded-for': '203.0.113.5' }],
    ['the other side of a proxy (RFC 7239)', { forwarded: 'for=203.0.113.5' }],
  ])('%s is refused', async (_, headers: Record<string, string>) => {
    expect((await chat({ text: '帮助' }, headers)).status).toBe(403);
  });

  test('a request for another host name is refused (DNS rebinding)', async () => {
    const { port } = new URL(site.url);
    const status = await new Promise((resolve, reject) => {
      const options = { port, host: '127.0.0.1', method: 'POST', path: '/api/chat', headers: { host: 'evil.example' } };
      request(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end('{}');
    });
    expect(status).toBe(403);
  });

  test('a page of the same address may', async () => {
    expect((await chat({ text: '帮助' }, { origin: site.url })).status).toBe(200);
  });
});
