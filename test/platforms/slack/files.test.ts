import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import slack from '../../../src/platforms/slack/index.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { signed } from '../../support/emulators/slack.ts';
import { lineHost } from '../../support/line-host.ts';
import { workbookOf } from '../../support/workbook.ts';

const TEAM = `TF${Date.now()}`;
const WORKBOOK = workbookOf([
  ['项目名称', '责任单位', '计划总投资（万元）', '阶段', '首报日期'],
  ['从 Slack 导入', '临洺关镇', 12000, '在谈', '2026-06-01'],
]);
const posts: string[] = [];
const tokens: (string | undefined)[] = [];
/** Slack's API and files: a workbook, a page that asks to sign in, nothing. */
const api = createServer((request, response) => {
  if (request.url === '/files/book') {
    tokens.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(WORKBOOK);
  } else if (request.url === '/files/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
  else if (request.url?.startsWith('/files/')) response.writeHead(404).end();
  else {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts.push(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"ts":"1.1"}');
    });
  }
});
let base: string;
let line: Awaited<ReturnType<typeof lineHost>>;
let count = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const environment = { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-files', SLACK_API_URL: `${base}/api/` };
  line = await lineHost({ platform: 'slack', workspace: TEAM, user: 'U0ZHANG', chat: 'C0WORK' }, (host) =>
    slack(environment, host),
  );
  await inOrg(line.db, line.orgId, (tx) => tx.sql.updateTable('people').set({ role: 'staff' }).execute());
});
afterAll(async () => {
  await line.close();
  await new Promise((resolve) => api.close(resolve));
});

async function shares(url: string, more: object = {}, copies = 1): Promise<string> {
  count += 1;
  const file = { name: '台账.xlsx', mimetype: 'application/octet-stream', size: WORKBOOK.length, ...more };
  const event = {
    type: 'message',
    subtype: 'file_share',
    channel_type: 'im',
    channel: 'D0ZHANG',
    user: 'U0ZHANG',
    ts: `17810568${count}.000100`,
    files: Array.from({ length: copies }, () => ({ ...file, url_private_download: url })),
  };
  const body = JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: `Ev${count}`, event });
  const response = await fetch(`${line.url}/slack/events`, signed('s', body, 'application/json'));
  expect(response.status).toBe(200);
  await line.settle();
  return posts.findLast((post) => post.includes('"D0ZHANG"')) ?? '';
}

test('a workbook sent in a direct message is read, fetched with the bot’s token', async () => {
  expect(await shares(`${base}/files/book`)).toContain('新增 1');
  expect(tokens).toEqual(['Bearer xoxb-files']);
});

test.each([
  ['a sign-in page instead of the file', '/files/page', {}, '没有取到'],
  ['a file that is gone', '/files/none', {}, '没有取到'],
  ['a file that is too big', '/files/book', { size: 11_000_000 }, '超过 10 MB'],
])('%s is asked for again', async (_, path, more, says) => {
  expect(await shares(`${base}${path}`, more)).toContain(says);
});

test.each([
  ['照片.png', 'image/png'],
  ['合同.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
])('%s sent in a direct message is fetched, and asked what it proves', async (name, mimetype) => {
  const before = tokens.length;
  expect(await shares(`${base}/files/book`, { name, mimetype })).toMatch(/凭据|证明/);
  expect(tokens.length).toBe(before + 1);
});

test('more files than one message may bring are not taken in part', async () => {
  const before = tokens.length;
  expect(await shares(`${base}/files/book`, {}, 6)).toContain('最多收 5 个文件');
  expect(tokens.length).toBe(before);
});

test('the token goes to no other host', async () => {
  const before = tokens.length;
  expect(await shares(`http://localhost:${new URL(base).port}/files/book`)).toContain('没有取到');
  expect(tokens.length).toBe(before);
});
